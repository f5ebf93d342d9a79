'use strict';
// npm run start:services -- --replicas N: how many processes of each service, and where each of them listens.
const { refusal } = require('./run');

/** A machine on which more of them are of use has a PostgreSQL of its own. */
const MOST_REPLICAS = 4;
/** Connections to PostgreSQL that one process of every service may take together, and those of whoever else looks into it. */
const CONNECTIONS_EACH = 65;
const OTHER_CONNECTIONS = 20;

/** @param args what stands after the command. Throws what the person at the terminal has to read. */
function replicasWanted(args) {
  // Not at the top: older Nodes, which only read this file, do not have it.
  const { parseArgs } = require('util');
  let wanted;
  try {
    wanted = parseArgs({ args, options: { replicas: { type: 'string', default: '1' } } }).values.replicas;
  } catch (error) {
    throw refusal(error.message);
  }
  const count = Number(wanted);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_REPLICAS) return count;
  throw refusal(`--replicas is "${wanted}": expected a number from 1 to ${MOST_REPLICAS}`);
}

/** @param ports as many as there are processes */
function placesOf(services, replicas, ports) {
  return services.flatMap((service, at) =>
    ports.slice(at * replicas, (at + 1) * replicas).map((port, each) => ({
      service,
      name: replicas === 1 ? service : `${service}-${each + 1}`,
      port: String(port),
      url: `http://127.0.0.1:${port}`,
    })),
  );
}

/** SERVICE_URLS: every process of each service. */
function serviceUrlsOf(places) {
  const services = [...new Set(places.map(({ service }) => service))];
  const urlsOf = (name) => places.filter(({ service }) => service === name).map(({ url }) => url);
  return services.map((name) => `${name}=${urlsOf(name).join(',')}`).join(';');
}

const connectionsFor = (replicas) => replicas * CONNECTIONS_EACH + OTHER_CONNECTIONS;

module.exports = { connectionsFor, placesOf, replicasWanted, serviceUrlsOf };
