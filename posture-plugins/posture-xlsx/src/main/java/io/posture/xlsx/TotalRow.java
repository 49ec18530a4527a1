package io.posture.xlsx;

import java.util.regex.Pattern;

/** Rows below a table that add it up. */
final class TotalRow {

    // what spreadsheets and people write there, in the languages of the exports that are read
    private static final Pattern WORDS = Pattern.compile(
            "(?:grand |overall |sub[ -]?)?totals?|total general|total g[eé]n[eé]ral|total geral|grand sum|sum|sums"
                    + "|summe[n]?|gesamt|gesamtsumme|gesamtergebnis|zwischensumme|insgesamt"
                    + "|somme|sous-total|suma|suma total|subtotales|totale|totali|totale complessivo|somma|soma"
                    + "|totaal|eindtotaal|subtotaal|razem|suma końcowa|celkem|összesen|итого|всего|合計|总计|小计|총계",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TRAILING = Pattern.compile("[\\s:.=]+$");

    private TotalRow() {}

    /**
     * Whether the first text of a row says that it is one: the word alone, since an item may well begin with it.
     *
     * @param cells the cells of the row
     */
    static boolean is(String... cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return WORDS.matcher(TRAILING.matcher(cell.strip()).replaceAll(""))
                        .matches();
            }
        }
        return false;
    }
}
