import { ApiError } from "./api-client.ts";

/** Live events keep the data fresh, so nothing is asked again just because a window came to the front. A refusal is not retried: it would be refused again. */
export const queryOptions = {
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  retry: (failures: number, error: Error): boolean => failures < 3 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
};
