/** The fixed words of a document's head and foot (NĐ 30/2020, Phụ lục I), for the preview on screen. */
export const letterheadText = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  number: (suffix: string) => `Số:        /KH-${suffix}`,
  placeAndDate: (place: string, date: string) => `${place}, ${date}`,
  recipients: 'Nơi nhận:',
} as const
