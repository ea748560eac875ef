import type { Dialog } from "../src/core/dialog.ts";
import { changeDelivery } from "./change-delivery.ts";
import { damagedItem } from "./damaged-item.ts";
import { openingHours } from "./opening-hours.ts";
import { orderStatus } from "./order-status.ts";
import { productAdvice } from "./product-advice.ts";

/** Every dialog the digital colleague can hold. */
export const dialogs: Dialog[] = [orderStatus, changeDelivery, damagedItem, openingHours, productAdvice];
