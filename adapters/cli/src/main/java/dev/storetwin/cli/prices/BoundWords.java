package dev.storetwin.cli.prices;

import dev.storetwin.csv.Numbers;
import dev.storetwin.pricing.PriceAim;
import dev.storetwin.pricing.PriceBound;
import dev.storetwin.pricing.PriceRule.Kind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads how much a rule asks for. {@code 10%} and {@code .1} are shares; money where a share is possible too has a currency beside it ({@code 2.50 EUR},
 * {@code money 2.50}), since a bare 10 could be either.
 */
final class BoundWords {

    /** Says what was expected, or what is wrong. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1;

        Unreadable(String expected) {
            super("expects " + expected);
        }

        private Unreadable(IllegalArgumentException refused) {
            super("cannot hold that: "
                    + String.valueOf(refused.getMessage()).lines().findFirst().orElse("it is beyond all measure"));
        }

        static Unreadable of(IllegalArgumentException refused) {
            return new Unreadable(refused);
        }

        String what() {
            return String.valueOf(getMessage());
        }
    }

    private static final int LONGEST = 200;
    private static final Set<String> YES = Set.of("", "yes", "true", "1", "on", "y", "same", "x");
    private static final Set<String> NO = Set.of("no", "false", "off", "n");
    private static final Pattern MARK =
            Pattern.compile("(?i)^(?:money|amount|abs|[a-z]{3}|[€$£¥])\\s*|\\s*(?:money|amount|abs|[a-z]{3}|[€$£¥])$");
    private static final Pattern RANGE =
            Pattern.compile("(\\d*\\.?\\d+)\\s*(%?)\\s*(?:\\.\\.|-|to|:|;|,|\\||/|\\s)\\s*(\\d*\\.?\\d+)\\s*(%?)");
    private static final Pattern ONE_PART = Pattern.compile("(\\d*\\.?\\d+)\\s*(%?)");
    private static final Map<String, PriceAim> AIMS = Map.of(
            "profit", PriceAim.PROFIT,
            "margin", PriceAim.PROFIT,
            "revenue", PriceAim.REVENUE,
            "sales", PriceAim.REVENUE,
            "turnover", PriceAim.REVENUE,
            "clearance", PriceAim.CLEARANCE,
            "clear", PriceAim.CLEARANCE,
            "sellout", PriceAim.CLEARANCE);

    private BoundWords() {}

    /** Whether a rule is written down and switched off. */
    static boolean isOff(Kind kind, String text) {
        boolean isSwitch = kind == Kind.FREEZE || kind == Kind.SIZE_ORDER || kind == Kind.FEWEST_CHANGES;
        return NO.contains(plain(text)) || (isSwitch && plain(text).equals("0"));
    }

    static PriceBound read(Kind kind, String text) throws Unreadable {
        if (text.length() > LONGEST) {
            throw new Unreadable("a value of %d characters at most".formatted(LONGEST));
        }
        try {
            return readable(kind, text.strip());
        } catch (IllegalArgumentException refused) {
            throw Unreadable.of(refused);
        }
    }

    private static PriceBound readable(Kind kind, String text) throws Unreadable {
        return switch (kind) {
            case AIM -> aim(text);
            case FREEZE, SIZE_ORDER, FEWEST_CHANGES -> plainly(text);
            case ENDING -> new PriceBound.Endings(endings(text));
            case MAX_MOVES -> new PriceBound.Count(count(text));
            case COMPETITOR_INDEX -> between(text);
            case MAX_PRICE, MIN_PRICE, MARKDOWN_BUDGET -> new PriceBound.Amount(number(unmarked(text)));
            case LOWEST_PRICE ->
                YES.contains(plain(text)) ? new PriceBound.Share(BigDecimal.ONE) : new PriceBound.Share(share(text));
            case FAMILY_BAND, PARITY ->
                YES.contains(plain(text)) && !text.equals("1")
                        ? new PriceBound.Share(BigDecimal.ZERO)
                        : shareOrMoney(text);
            case CHANGE_COST ->
                text.endsWith("%") ? new PriceBound.Share(share(text)) : new PriceBound.Amount(number(unmarked(text)));
            default -> shareOrMoney(text);
        };
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static PriceBound aim(String text) throws Unreadable {
        return new PriceBound.Aim(Optional.ofNullable(AIMS.get(RuleWords.plain(text)))
                .orElseThrow(() -> new Unreadable("profit, revenue or clearance")));
    }

    private static PriceBound plainly(String text) throws Unreadable {
        if (!YES.contains(plain(text))) {
            throw new Unreadable("yes, no or nothing");
        }
        return PriceBound.PLAIN;
    }

    private static List<String> endings(String text) {
        return Arrays.stream(text.split("[;,|/\\s]+"))
                .filter(it -> !it.isBlank())
                .toList();
    }

    private static long count(String text) throws Unreadable {
        try {
            return Numbers.parse(text)
                    .orElseThrow(() -> new Unreadable("a whole number such as 50"))
                    .longValueExact();
        } catch (ArithmeticException noCount) {
            throw new Unreadable("a whole number such as 50");
        }
    }

    private static PriceBound between(String text) throws Unreadable {
        var most = ONE_PART.matcher(text);
        if (most.matches()) {
            return new PriceBound.Between(
                    BigDecimal.ZERO, part(most.group(1), !most.group(2).isEmpty()));
        }
        var range = RANGE.matcher(text);
        if (!range.matches()) {
            throw new Unreadable("two shares such as 0.95..1.05 or 95%..105%, or the larger alone such as 1.05");
        }
        boolean inPercent = !range.group(4).isEmpty();
        return new PriceBound.Between(
                part(range.group(1), inPercent || !range.group(2).isEmpty()), part(range.group(3), inPercent));
    }

    private static BigDecimal part(String digits, boolean inPercent) {
        var number = new BigDecimal(digits);
        return inPercent ? number.movePointLeft(2) : number;
    }

    private static PriceBound shareOrMoney(String text) throws Unreadable {
        var bare = unmarked(text);
        return bare.equals(text) ? new PriceBound.Share(share(text)) : new PriceBound.Amount(number(bare));
    }

    private static BigDecimal share(String text) throws Unreadable {
        if (text.endsWith("%")) {
            return number(text.substring(0, text.length() - 1).strip()).movePointLeft(2);
        }
        var share = number(text);
        if (share.compareTo(BigDecimal.ONE) > 0) {
            throw new Unreadable(
                    "a share such as 10%% or .1, or money with its currency such as %s EUR".formatted(text));
        }
        return share;
    }

    /** The currency that stands beside an amount, as a code or a sign; empty where there is none. */
    static Optional<String> currency(Kind kind, String text) {
        boolean isWord =
                kind == Kind.AIM || kind == Kind.FREEZE || kind == Kind.SIZE_ORDER || kind == Kind.FEWEST_CHANGES;
        var matcher = MARK.matcher(text.strip());
        return isWord || NO.contains(plain(text)) || YES.contains(plain(text)) || !matcher.find()
                ? Optional.empty()
                : Optional.of(matcher.group().strip()).filter(it -> !plain(it).matches("money|amount|abs"));
    }

    private static String unmarked(String text) {
        return MARK.matcher(text).replaceAll("");
    }

    private static BigDecimal number(String text) throws Unreadable {
        return Numbers.parse(text).orElseThrow(() -> new Unreadable("a number such as 10%, .1 or 2.50 EUR"));
    }
}
