import { HomeCare1763900000700 } from './1763900000700-home-care.migration';

export const homeCareMigrations = [HomeCare1763900000700];
