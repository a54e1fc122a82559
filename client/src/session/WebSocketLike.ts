/** What is needed of a WebSocket: the browser's has it, and that of the package `ws`. */
export interface WebSocketLike {
  // Each implementation has event types of its own.
  onopen: ((event: any) => any) | null;
  onmessage: ((event: any) => any) | null;
  onclose: ((event: any) => any) | null;
  onerror: ((event: any) => any) | null;
  send(text: string): void;
  close(code?: number): void;
}

export type WebSocketConstructor = new (url: string, protocol: string) => WebSocketLike;
