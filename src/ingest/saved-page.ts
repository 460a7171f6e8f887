/** Where a page is found that somebody saved: it is believed when it names its address. */
export const SAVED_PAGE = "http://saved-page.invalid/";
