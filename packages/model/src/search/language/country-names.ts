/** Country names by ISO 3166-1 alpha-3 code. Intl names countries by alpha-2, so the table leads from one to the other. */

/** ISO 3166-1, and XKX/XK for Kosovo, which the standard leaves to its users: alpha-3 and alpha-2 in one word. */
const codes =
  'ABWAW AFGAF AGOAO AIAAI ALAAX ALBAL ANDAD AREAE ARGAR ARMAM ASMAS ATAAQ ATFTF ATGAG AUSAU AUTAT AZEAZ BDIBI BELBE ' +
  'BENBJ BESBQ BFABF BGDBD BGRBG BHRBH BHSBS BIHBA BLMBL BLRBY BLZBZ BMUBM BOLBO BRABR BRBBB BRNBN BTNBT BVTBV BWABW ' +
  'CAFCF CANCA CCKCC CHECH CHLCL CHNCN CIVCI CMRCM CODCD COGCG COKCK COLCO COMKM CPVCV CRICR CUBCU CUWCW CXRCX CYMKY ' +
  'CYPCY CZECZ DEUDE DJIDJ DMADM DNKDK DOMDO DZADZ ECUEC EGYEG ERIER ESHEH ESPES ESTEE ETHET FINFI FJIFJ FLKFK FRAFR ' +
  'FROFO FSMFM GABGA GBRGB GEOGE GGYGG GHAGH GIBGI GINGN GLPGP GMBGM GNBGW GNQGQ GRCGR GRDGD GRLGL GTMGT GUFGF GUMGU ' +
  'GUYGY HKGHK HMDHM HNDHN HRVHR HTIHT HUNHU IDNID IMNIM INDIN IOTIO IRLIE IRNIR IRQIQ ISLIS ISRIL ITAIT JAMJM JEYJE ' +
  'JORJO JPNJP KAZKZ KENKE KGZKG KHMKH KIRKI KNAKN KORKR KWTKW LAOLA LBNLB LBRLR LBYLY LCALC LIELI LKALK LSOLS LTULT ' +
  'LUXLU LVALV MACMO MAFMF MARMA MCOMC MDAMD MDGMG MDVMV MEXMX MHLMH MKDMK MLIML MLTMT MMRMM MNEME MNGMN MNPMP MOZMZ ' +
  'MRTMR MSRMS MTQMQ MUSMU MWIMW MYSMY MYTYT NAMNA NCLNC NERNE NFKNF NGANG NICNI NIUNU NLDNL NORNO NPLNP NRUNR NZLNZ ' +
  'OMNOM PAKPK PANPA PCNPN PERPE PHLPH PLWPW PNGPG POLPL PRIPR PRKKP PRTPT PRYPY PSEPS PYFPF QATQA REURE ROURO RUSRU ' +
  'RWARW SAUSA SDNSD SENSN SGPSG SGSGS SHNSH SJMSJ SLBSB SLESL SLVSV SMRSM SOMSO SPMPM SRBRS SSDSS STPST SURSR SVKSK ' +
  'SVNSI SWESE SWZSZ SXMSX SYCSC SYRSY TCATC TCDTD TGOTG THATH TJKTJ TKLTK TKMTM TLSTL TONTO TTOTT TUNTN TURTR TUVTV ' +
  'TWNTW TZATZ UGAUG UKRUA UMIUM URYUY USAUS UZBUZ VATVA VCTVC VENVE VGBVG VIRVI VNMVN VUTVU WLFWF WSMWS XKXXK YEMYE ' +
  'ZAFZA ZMBZM ZWEZW';

const alpha2 = new Map(codes.split(' ').map((word) => [word.slice(0, 3), word.slice(3)]));

/** Whether it is a country's alpha-3 code, in upper case. */
export function isCountryCode(code: string): boolean {
  return alpha2.has(code);
}

const namesByLocale = new Map<string, Intl.DisplayNames>();
// Callers choose the locale; a cache that they can fill without end would be theirs to misuse.
const MAX_LOCALES = 64;

/** In the locale's language; `undefined` for a code that is no country's. */
export function countryNameOf(code: string, locale: string): string | undefined {
  const region = alpha2.get(code.toUpperCase());
  return region === undefined ? undefined : namesIn(locale).of(region);
}

function namesIn(locale: string): Intl.DisplayNames {
  const before = namesByLocale.get(locale);
  if (before !== undefined) return before;
  if (namesByLocale.size >= MAX_LOCALES) namesByLocale.clear();
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  namesByLocale.set(locale, names);
  return names;
}

/** The country that has this name in one of the locales; case does not matter. */
export function countryOfName(name: string, locales: readonly string[]): string | undefined {
  const wanted = name.trim().toLowerCase();
  for (const locale of locales) {
    const names = namesIn(locale);
    for (const [code, region] of alpha2) if (names.of(region)?.toLowerCase() === wanted) return code;
  }
  return undefined;
}
