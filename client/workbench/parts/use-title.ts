import { useEffect } from 'preact/hooks';

/** The product's name, which is the same whatever the language. */
export const PRODUCT_NAME = '满评';

/** Names the browser's tab after the screen. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · ${PRODUCT_NAME} Manping`;
  }, [title]);
}
