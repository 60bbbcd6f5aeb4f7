/** What Chromium's own page of extensions asks it; there alone. */
type DeveloperPrivate = {
  updateProfileConfiguration(change: { readonly inDeveloperMode: boolean }): Promise<void>;
  getExtensionInfo(id: string): Promise<Record<'manifestErrors' | 'runtimeErrors', readonly { message: string }[]>>;
};

/** The extension API as code that a driver runs inside an extension page sees it, without our polyfill. */
declare const chrome: typeof import('webextension-polyfill') & { readonly developerPrivate: DeveloperPrivate };
