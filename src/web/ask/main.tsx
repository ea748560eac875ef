import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { drawPage } from "../shared/PageRoot.tsx";
import { SessionProvider } from "../shared/session.tsx";
import { queryOptions } from "../shared/query-options.ts";
import { AskPage } from "./AskPage.tsx";

const queries = new QueryClient({ defaultOptions: { queries: queryOptions } });

drawPage(
  <QueryClientProvider client={queries}>
    <SessionProvider><AskPage /></SessionProvider>
  </QueryClientProvider>,
);
