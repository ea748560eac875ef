import { parseActivity, parseJson, type IncomingActivity } from "../../api/activity.ts";
import type { HttpAnswer, HttpRequest } from "../../api/http.ts";
import { InvalidInputError } from "../../core/errors.ts";

/** Where uploaded files go. `save` answers the path a browser gets it by; it cannot be guessed. */
export type Uploads = {
  /** Bytes of one request. */
  limit: number;
  /** Throws InvalidInputError for a type that is not taken, naming those that are. */
  save(file: { name: string; type: string; bytes: Uint8Array }): Promise<string>;
  read(id: string): Promise<HttpAnswer>;
};

/**
 * Reads an upload: one raw file, or a multipart form with files and an optional `activity` part, stores the files and answers the activity that
 * carries them. Throws InvalidInputError.
 */
export async function storeUpload({ headers, body, baseUrl }: HttpRequest, uploads: Uploads): Promise<IncomingActivity> {
  const contentType = headers["content-type"] ?? "";
  const bytes = body instanceof Uint8Array ? body : new Uint8Array();
  const parts = contentType.toLowerCase().startsWith("multipart/form-data") ? await formFiles(bytes, contentType) : { activity: null, files: [rawFile(bytes, headers)] };
  if (parts.files.length === 0) throw new InvalidInputError("upload.empty", { expected: "at least one file" });
  const attachments = [];
  for (const file of parts.files) attachments.push({ name: file.name, contentType: file.type, contentUrl: baseUrl + (await uploads.save(file)) });
  return parseActivity({ type: "message", ...(parts.activity ? (parts.activity as object) : {}), attachments });
}

type File = { name: string; type: string; bytes: Uint8Array };

async function formFiles(bytes: Uint8Array, contentType: string): Promise<{ activity: unknown; files: File[] }> {
  let form: FormData;
  try {
    form = await new Response(Uint8Array.from(bytes), { headers: { "content-type": contentType } }).formData();
  } catch (error) {
    throw new InvalidInputError("upload.not-a-form", {}, error);
  }
  let activity: unknown = null;
  const files: File[] = [];
  for (const [name, value] of form) {
    const text = typeof value === "string" ? value : null;
    if (name === "activity") activity = parseJson(text ?? (await (value as Blob).text()));
    else if (text === null) {
      const file = value as Blob & { name: string };
      files.push({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
  }
  return { activity, files };
}

function rawFile(bytes: Uint8Array, headers: HttpRequest["headers"]): File {
  const name = /filename="?([^";]+)"?/i.exec(headers["content-disposition"] ?? "")?.[1] ?? "file";
  return { name, type: (headers["content-type"] ?? "application/octet-stream").split(";")[0]?.trim() ?? "", bytes };
}
