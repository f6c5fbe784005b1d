/** Stands in for Decap's Buffer, which only its readers of front matter need. */
export {};
