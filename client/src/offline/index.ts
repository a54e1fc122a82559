export { offline, type IndexedDbStore, type OfflineOptions } from "./offline.js";
