import type { z } from 'zod';

/** What a network answered over HTTP. */
export interface NetworkAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** undefined where the answer is no JSON. */
  json: unknown;
}

/** Asks a network, as its own people would; redirects are not followed. */
export async function askNetwork(url: string, request: { token?: string; form?: Record<string, string>; headers?: Record<string, string> } = {}): Promise<NetworkAnswer> {
  const headers = { ...request.headers, ...(request.token === undefined ? {} : { authorization: `Bearer ${request.token}` }) };
  const response = await fetch(url, { headers, redirect: 'manual', ...(request.form ? { method: 'POST', body: new URLSearchParams(request.form) } : {}) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : undefined };
}

/** The JSON of an answer that is as the schema says; throws where it is not. */
export async function readNetwork<T extends z.ZodType>(schema: T, url: string, token?: string): Promise<z.infer<T>> {
  const { status, json } = await askNetwork(url, token === undefined ? {} : { token });
  if (status !== 200) throw new Error(`${url} answered ${status} ${JSON.stringify(json)}`);
  return schema.parse(json);
}
