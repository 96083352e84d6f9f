package dev.storetwin.cli.prices;

import dev.storetwin.pricing.PriceRule.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How kinds of rules may be spelled: case, spaces, dashes and underscores do not matter, and there is more than one word for most. */
final class RuleWords {

    private static final Map<Kind, List<String>> OTHERS = Map.ofEntries(
            Map.entry(Kind.AIM, List.of("objective", "goal")),
            Map.entry(Kind.SALVAGE, List.of("salvagevalue", "leftover", "leftovervalue")),
            Map.entry(Kind.CHANGE_COST, List.of("costperchange", "costofchange", "menucost", "leastgain", "mingain")),
            Map.entry(Kind.FEWEST_CHANGES, List.of("fewchanges", "minimalchanges", "minimumchanges", "onlyforced")),
            Map.entry(Kind.ENDING, List.of("endings", "priceending", "priceendings")),
            Map.entry(
                    Kind.MIN_CHANGE,
                    List.of("minimumchange", "minmove", "minimummove", "minstep", "leastchange", "minpricechange")),
            Map.entry(
                    Kind.MAX_MOVES,
                    List.of(
                            "maximummoves",
                            "maxchanges",
                            "maximumchanges",
                            "maxmovesperweek",
                            "maximummovesperweek",
                            "maxchangesperweek",
                            "movesperweek",
                            "changesperweek",
                            "maxpricechanges",
                            "maxpricemoves")),
            Map.entry(Kind.MARKDOWN_BUDGET, List.of("budget", "discountbudget")),
            Map.entry(
                    Kind.FAMILY_BAND,
                    List.of("family", "sameprice", "familysameprice", "samefamilyprice", "pricefamily", "familyprice")),
            Map.entry(
                    Kind.SIZE_ORDER,
                    List.of(
                            "sizes",
                            "sizesinorder",
                            "ordersizes",
                            "sizemonotone",
                            "sizeladder",
                            "monotonesizes",
                            "familyorder",
                            "familysizeorder")),
            Map.entry(Kind.PARITY, List.of("channelparity", "priceparity", "channelband")),
            Map.entry(Kind.COMPETITOR_INDEX, List.of("competitor", "priceindex", "competitorband", "index")),
            Map.entry(
                    Kind.LOWEST_PRICE,
                    List.of("lowest30days", "lowest30d", "notbelowlowest", "lowestof30days", "omnibus", "min30days")),
            Map.entry(
                    Kind.MAX_CHANGE,
                    List.of(
                            "maximumchange",
                            "maxmove",
                            "maximummove",
                            "maxstep",
                            "maxpricechange",
                            "maxpricemove",
                            "maxmoveperchange")),
            Map.entry(Kind.MAX_RISE, List.of("maximumrise", "maxincrease", "maximumincrease", "maxup")),
            Map.entry(Kind.MAX_CUT, List.of("maximumcut", "maxdecrease", "maximumdecrease", "maxdiscount", "maxdown")),
            Map.entry(
                    Kind.MAX_PRICE,
                    List.of("maximumprice", "pricecap", "cap", "ceiling", "regionalcap", "regioncap", "channelcap")),
            Map.entry(
                    Kind.MIN_PRICE,
                    List.of("minimumprice", "pricefloor", "floor", "regionalfloor", "regionfloor", "channelfloor")),
            Map.entry(Kind.MARGIN_FLOOR, List.of("minmargin", "minimummargin", "marginmin", "floormargin", "margin")),
            Map.entry(Kind.FREEZE, List.of("frozen", "fixed", "hold", "lock", "locked", "keep", "keepprice")));

    private static final Map<String, Kind> KINDS = kinds();

    private RuleWords() {}

    private static Map<String, Kind> kinds() {
        var kinds = new TreeMap<String, Kind>();
        for (var kind : Kind.values()) {
            kinds.put(plain(kind.word()), kind);
            OTHERS.getOrDefault(kind, List.of()).forEach(it -> kinds.put(it, kind));
        }
        return kinds;
    }

    static Optional<Kind> kind(String word) {
        return Optional.ofNullable(KINDS.get(plain(word)));
    }

    /** What a word that is none may have meant. */
    static Optional<String> near(String word) {
        return Nearest.to(plain(word), KINDS.keySet())
                .flatMap(it -> Optional.ofNullable(KINDS.get(it)))
                .map(Kind::word);
    }

    static String all() {
        return String.join(", ", Arrays.stream(Kind.values()).map(Kind::word).toList());
    }

    static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-./]+", "");
    }
}
