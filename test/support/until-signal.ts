/** A stand-in for the server: says that it runs, tells each signal, and ends with 7 at the first SIGTERM. */
process.on("SIGTERM", () => {
  console.log("stopping");
  process.exit(7);
});
process.on("SIGINT", () => console.log("interrupted"));
console.log(`running ${process.pid} ${process.version} ${process.argv.slice(2).join(" ")}`);
setInterval(() => undefined, 60_000);
