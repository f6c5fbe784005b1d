/** Where the translation board is: `/admin/#/translations`. */
export const boardPath = '/translations';
