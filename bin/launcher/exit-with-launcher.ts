// Preloaded into every child of the launcher. When the launcher is gone, also by kill -9, no child may live on and hold
// the port or lease messages; and Ctrl-C in a terminal is the launcher's to answer, which then ends its children in order.
process.on("disconnect", () => process.exit(1));
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});
