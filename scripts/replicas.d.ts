export interface Place {
  service: string;
  name: string;
  port: string;
  url: string;
}
export function replicasWanted(args: string[]): number;
export function placesOf(services: string[], replicas: number, ports: number[]): Place[];
export function serviceUrlsOf(places: Place[]): string;
export function connectionsFor(replicas: number): number;
