import type { Order, Product } from "../../core/dialog.ts";
import { demoProducts } from "./demo-products.ts";

/** What the demo shop holds. Changes live as long as the process. */
export type DemoShop = { orders: Order[]; products: Product[] };

function nameOf(id: string): Product["name"] {
  const product = demoProducts.find((one) => one.id === id);
  if (product === undefined) throw new Error(`the demo shop sells no ${id}`);
  return product.name;
}

/**
 * The seeded demo shop. Order 1043 (postcode 46001) is on its way and late.
 *
 * @param today ISO calendar date the expected days are counted from, so that the demo never looks old
 */
export function demoShop(today: string): DemoShop {
  const day = (offset: number): string => {
    const date = new Date(`${today}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };
  const order = (
    number: string, postcode: string, customerId: string, status: Order["status"], inDays: number, lines: [string, number, number][], delay: Order["delay"] = null,
  ): Order => ({
    number, postcode, customerId, status, expectedOn: day(inDays), delay,
    lines: lines.map(([id, quantity, price]) => ({ product: nameOf(id), quantity, price })),
    total: Math.round(lines.reduce((sum, [, quantity, price]) => sum + quantity * price, 0) * 100) / 100,
    currency: "EUR",
  });
  return {
    products: demoProducts,
    orders: [
      order("1043", "46001", "lucia", "on-its-way", 2, [["olive-oil", 1, 9.95], ["gazpacho", 2, 2.85], ["tomatoes", 1, 3.4], ["eggs", 1, 3.15]], {
        es: "la furgoneta de su zona se averió y el reparto pasa a la siguiente ruta.",
        en: "the van for your area broke down and its deliveries move to the next round.",
      }),
      order("1044", "28013", "demo-3", "preparing", 1, [["hake", 2, 8.9], ["rice", 1, 3.6]]),
      order("1045", "08001", "demo-4", "delivered", -1, [["lactose-free-milk", 6, 1.15], ["greek-yoghurt", 2, 2.2], ["sourdough", 1, 2.6]]),
      order("1046", "41001", "demo-5", "cancelled", 0, [["coffee", 2, 4.3]]),
      order("2051", "29001", "james", "delivered", 0, [["salmon", 1, 11.9], ["avocados", 3, 0.95], ["manchego", 1, 7.8]]),
      order("2052", "29001", "james", "preparing", 3, [["croquettes", 1, 4.5], ["hummus", 2, 2.1]]),
      order("1047", "46001", "lucia", "preparing", 4, [["chickpeas", 4, 1.05], ["spinach", 1, 1.8]]),
      order("1048", "48001", "demo-6", "preparing", 3, [["chicken", 1, 6.9], ["lemons", 1, 1.7]], {
        es: "falta el pollo de corral y llega al almacén mañana.",
        en: "the free-range chicken is missing and reaches the warehouse tomorrow.",
      }),
    ],
  };
}
