// The custom elements of public pages are defined from here.
document.documentElement.dataset.elements = "ready";
