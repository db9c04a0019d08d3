import type { FileChooser, Locator, Page } from 'playwright-core';

/** What somebody does to a page, with a mouse or without one. */
export interface Hands {
  readonly page: Page;
  /** A button or a link. */
  press(what: Locator): Promise<void>;
  /** In the place of what stands there. A day is YYYY-MM-DD, a time HH:MM. */
  write(field: Locator, text: string): Promise<void>;
  /** One of a list. */
  choose(list: Locator, label: string): Promise<void>;
  /** A file, to a control that asks for one. */
  handIn(control: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void>;
}

export function mouseHands(page: Page): Hands {
  return {
    page,
    press: (what) => what.click(),
    write: (field, text) => field.fill(text),
    choose: async (list, label) => { await list.selectOption({ label }); },
    handIn: (control, file) => control.setInputFiles(file),
  };
}

/** Stops between two things that somebody looks for: more, and the way there is too long for anybody. */
const MOST_STOPS = 150;

/** The tabulator, letters, Enter and the space bar; nothing is focused or pressed by other means. */
export function keyboardHands(page: Page): Hands {
  const { keyboard } = page;
  let asked: (chooser: FileChooser) => Promise<void> = async () => undefined;
  // Listened to from the beginning: what is asked for at the very moment of the key would come too late now and then.
  page.on('filechooser', (chooser) => { void asked(chooser); });
  const reach = async (what: Locator): Promise<void> => {
    await what.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      if (await isUnderFocus(what)) return;
      await keyboard.press('Tab');
    }
    throw new Error(`${String(what)} is not reached by ${MOST_STOPS} stops of the tabulator`);
  };
  return {
    page,
    press: async (what) => { await reach(what); await keyboard.press('Enter'); },
    write: async (field, text) => {
      await reach(field);
      await keyboard.press('Control+A');
      const [year = '', month = '', day] = text.split('-');
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return keyboard.type(text.replace(/^(\d{2}):(\d{2})$/, '$1$2'));
      // A day is written in the order of the browser's own field, which is not always the page's.
      await keyboard.type(`${day ?? ''}${month}${year}`);
      if ((await field.inputValue()) === text) return;
      await keyboard.press('ArrowLeft');
      await keyboard.press('ArrowLeft');
      await keyboard.type(`${month}${day ?? ''}${year}`);
    },
    choose: async (list, label) => { await reach(list); await keyboard.type(label); },
    handIn: async (control, file) => {
      await reach(control);
      const chosen = Promise.withResolvers<undefined>();
      asked = async (chooser) => { await chooser.setFiles(file); chosen.resolve(undefined); };
      await keyboard.press('Space');
      await chosen.promise;
    },
  };
}

function isUnderFocus(what: Locator): Promise<boolean> {
  return what.evaluate((element) => element === document.activeElement);
}
