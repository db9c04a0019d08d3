/**
 * How a chart looks: colours by role (the same roles as the web's tokens), type and size. The web hands over its light or
 * dark look, the PDF the print one; a chart knows no colour of its own.
 */
export interface ChartLook {
  paper: string; ink: string; quiet: string;
  /** The five lines. */
  staff: string;
  /** Heads of single posts. */
  outline: string;
  accent: string; accentText: string;
  /** Uncertainty. */
  band: string;
  /** A figure resting on few posts. */
  pale: string;
  /** CSS family lists. */
  textFont: string; headFont: string;
  /** Size of labels, in pixels of the canvas. */
  labelSize: number;
  /** Weight of what stands out: 650 in variable fonts, 700 where only static faces are at hand. */
  strongWeight: number;
  /** Answers to a pointer; false on paper. */
  isInteractive: boolean;
}

const screen = {
  textFont: '"Atkinson Hyperlegible Next", Verdana, "Segoe UI", system-ui, sans-serif',
  headFont: '"Bricolage Grotesque", "Avenir Next", "Segoe UI", system-ui, sans-serif',
  labelSize: 14, strongWeight: 650, isInteractive: true,
} as const;

export const lightLook: ChartLook = {
  ...screen,
  paper: '#FBFAF6', ink: '#1D2233', quiet: '#5F6578', staff: '#C6C9D5', outline: '#7A8093',
  accent: '#C8402B', accentText: '#A83220', band: '#F8E0D8', pale: '#EFB5A5',
};

export const darkLook: ChartLook = {
  ...screen,
  paper: '#14172A', ink: '#ECEEF6', quiet: '#A9AFC2', staff: '#3A405C', outline: '#7C849F',
  accent: '#FF8A70', accentText: '#FF9B84', band: '#46303F', pale: '#8F5450',
};

/** White paper; greys dark enough for a photocopier. 1 pixel is 0.75 pt: labels of 12 are 9 pt. */
export const printLook: ChartLook = {
  ...lightLook,
  paper: '#FFFFFF', ink: '#14172A', quiet: '#4A5064', staff: '#C6C9D5', outline: '#6C7286', band: '#F6DDD4',
  textFont: '"Atkinson Hyperlegible Next"', headFont: '"Bricolage Grotesque"',
  labelSize: 12.5, strongWeight: 700, isInteractive: false,
};
