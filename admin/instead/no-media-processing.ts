/** Stands in for Decap's image converter and its three WebAssembly programs: pictures are cleaned by `pictures/clean.ts`. */
export function getMediaProcessingConfig(): undefined {
  return undefined;
}

export function shouldTransformImage(): boolean {
  return false;
}

export function getMediaProcessingFileName(name: string): string {
  return name;
}

export async function transformImage(file: File): Promise<File> {
  return file;
}
