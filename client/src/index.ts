export { connect } from "./connect.js";
export { CapsuleError, CapsuleQueueLost, CapsuleRefusal, type ErrorCode, type ErrorPlace } from "./errors.js";
export { Model, type AnyModel, type SchemaOf } from "./models/Model.js";
export { Collection, type Accepting, type Adding, type AnyCollection, type Destination, type Placement } from "./models/Collection.js";
export { Session, type AnySession } from "./session/Session.js";
export type { Undone } from "./session/UndoStack.js";
export type { PendingTurn, SessionEvents, SessionState } from "./session/SessionEvents.js";
export type { OfflineHost, OfflineKeeper, OfflineSession, OfflineState, OfflineStore, OfflineTurn } from "./session/Offline.js";
export type { Dialling } from "./session/Link.js";
export type { ConnectOptions, Timing, Token } from "./session/options.js";
export type { WebSocketConstructor, WebSocketLike } from "./session/WebSocketLike.js";
export type { Clock } from "./clock.js";
export type { ListenOptions, ReportError, Unsubscribe } from "./events/Emitter.js";
export type {
  AttributeChange,
  Broadcast,
  ChildChange,
  CollectionEvents,
  CollectionPending,
  ItemChange,
  ItemMove,
  ModelChange,
  ModelEvents,
  ModelPending,
} from "./events/payloads.js";
export type { AttributeKind, AttributeMetadata, MethodMetadata, ModelMetadata, ValueMetadata } from "./schema/ModelMetadata.js";
export { dateOnly, decimal, timeOnly, timeSpan, toNumber, type Branded, type DateOnly, type Decimal, type TimeOnly, type TimeSpan } from "./schema/brands.js";
export { dateOf, dateText } from "./schema/dates.js";
export type { ModelClass } from "./schema/ModelClass.js";
export type { ModelFamily } from "./schema/ModelFamily.js";
export type { Demand, Rule, ValidationFailure } from "./schema/rules.js";
export type { ModelSchema } from "./schema/ModelSchema.js";
export { schemaHash } from "./schema/schemaHash.js";
export { newId } from "./ids.js";
export type { AddEvent, BroadcastEvent, ChangeEvent, ChildEvent, MoveEvent, RemoveEvent, TreeEvent } from "./protocol/events.js";
export type { Json, JsonObject } from "./protocol/Json.js";
export type { Limits } from "./protocol/frames.js";
export type { Op } from "./protocol/ops.js";
export type { Xport, XportAttributes, XportCollection } from "./protocol/Xport.js";
