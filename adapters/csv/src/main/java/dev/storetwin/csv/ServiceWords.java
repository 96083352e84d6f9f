package dev.storetwin.csv;

import dev.storetwin.event.LineKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows by code and description which lines are no goods.
 *
 * <p>How it works: a description is a service when all of its words belong to the trade of one service and one of them names it: "next day
 * carriage" is delivery, "french carriage lantern" is not. A code is read in the same way. The short codes that book-keeping systems use ({@code POST},
 * {@code M}, {@code D}) count only in a file whose codes nearly all carry digits, since elsewhere {@code M} may be a size.
 */
final class ServiceWords {

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}&]+");
    private static final Pattern VOUCHER = Pattern.compile(
            "\\b(e-?)?gift ?(voucher|card|certificate)s?\\b|\\b(geschenk)?gutschein\\b|\\bch[eè]que[- ]cadeau\\b");
    private static final Pattern VOUCHER_THINGS = Pattern.compile(
            "\\b(holder|box|boxes|envelope|envelopes|wallet|sleeve|tin|paper|stand|display|pack|set)\\b");

    /** One service: words that name it, and words that may stand beside them. */
    private record Trade(LineKind kind, Set<String> names, Set<String> beside) {

        boolean isNamedBy(List<String> words) {
            return words.stream().anyMatch(names::contains)
                    && words.stream().allMatch(it -> names.contains(it) || beside.contains(it) || isNumber(it));
        }

        private static boolean isNumber(String word) {
            return word.chars().allMatch(Character::isDigit);
        }
    }

    private static final List<Trade> TRADES = List.of(
            new Trade(
                    LineKind.SHIPPING,
                    Set.of(
                            "postage",
                            "shipping",
                            "delivery",
                            "carriage",
                            "freight",
                            "p&p",
                            "versand",
                            "versandkosten",
                            "porto",
                            "livraison",
                            "envio",
                            "envío"),
                    Set.of(
                            "and",
                            "&",
                            "packing",
                            "packaging",
                            "handling",
                            "cost",
                            "costs",
                            "charge",
                            "charges",
                            "fee",
                            "fees",
                            "next",
                            "same",
                            "day",
                            "express",
                            "standard",
                            "economy",
                            "free",
                            "first",
                            "second",
                            "class",
                            "international",
                            "domestic",
                            "overnight",
                            "special",
                            "home",
                            "extra",
                            "dotcom",
                            "amazon",
                            "ebay",
                            "uk",
                            "eu",
                            "frais",
                            "de",
                            "port",
                            "gastos")),
            new Trade(
                    LineKind.DISCOUNT,
                    Set.of("discount", "discounts", "rebate", "coupon", "rabatt", "remise", "descuento"),
                    Set.of("order", "volume", "customer", "loyalty", "code", "staff", "trade", "total", "line")),
            new Trade(
                    LineKind.FEE,
                    Set.of("fee", "fees", "charge", "charges", "surcharge", "commission", "manual", "debt", "samples"),
                    Set.of(
                            "bank",
                            "amazon",
                            "ebay",
                            "paypal",
                            "stripe",
                            "klarna",
                            "card",
                            "payment",
                            "transaction",
                            "handling",
                            "service",
                            "admin",
                            "administration",
                            "restocking",
                            "adjust",
                            "bad",
                            "cruk",
                            "small",
                            "order",
                            "fuel",
                            "booking",
                            "entry",
                            "adjustment")),
            new Trade(
                    LineKind.TIP,
                    Set.of("tip", "tips", "gratuity", "trinkgeld", "pourboire"),
                    Set.of("driver", "staff")),
            new Trade(
                    LineKind.SERVICE,
                    Set.of("insurance", "warranty", "installation"),
                    Set.of("shipping", "extended", "year", "years", "service", "plan", "protection", "product")));

    /** Codes of book-keeping systems. */
    private static final Map<String, LineKind> SHORT_CODES = Map.ofEntries(
            Map.entry("post", LineKind.SHIPPING),
            Map.entry("dot", LineKind.SHIPPING),
            Map.entry("c2", LineKind.SHIPPING),
            Map.entry("ship", LineKind.SHIPPING),
            Map.entry("pp", LineKind.SHIPPING),
            Map.entry("d", LineKind.DISCOUNT),
            Map.entry("disc", LineKind.DISCOUNT),
            Map.entry("m", LineKind.FEE),
            Map.entry("b", LineKind.FEE),
            Map.entry("s", LineKind.FEE),
            Map.entry("adjust", LineKind.FEE),
            Map.entry("amazonfee", LineKind.FEE),
            Map.entry("bankcharges", LineKind.FEE),
            Map.entry("cruk", LineKind.FEE),
            Map.entry("giftcard", LineKind.GIFT_CARD),
            Map.entry("tip", LineKind.TIP));

    private static final double NEARLY_ALL = 0.9;

    private final boolean codesCarryDigits;

    private ServiceWords(boolean codesCarryDigits) {
        this.codesCarryDigits = codesCarryDigits;
    }

    /** For a file with these codes. */
    static ServiceWords forCodes(List<String> codes) {
        long withDigits = codes.stream()
                .filter(it -> it.chars().anyMatch(Character::isDigit))
                .count();
        return new ServiceWords(withDigits >= NEARLY_ALL * codes.size());
    }

    /** Empty for goods. */
    Optional<LineKind> kind(String code, String description) {
        return ofWords(description).or(() -> ofWords(code)).or(() -> ofShortCode(code));
    }

    private Optional<LineKind> ofShortCode(String code) {
        return codesCarryDigits ? Optional.ofNullable(SHORT_CODES.get(Column.plain(code))) : Optional.empty();
    }

    private static Optional<LineKind> ofWords(String text) {
        var plain = text.toLowerCase(Locale.ROOT);
        if (VOUCHER.matcher(plain).find() && !VOUCHER_THINGS.matcher(plain).find()) {
            return Optional.of(LineKind.GIFT_CARD);
        }
        var words =
                BETWEEN_WORDS.splitAsStream(plain).filter(it -> !it.isEmpty()).toList();
        return TRADES.stream()
                .filter(it -> it.isNamedBy(words))
                .map(Trade::kind)
                .findFirst();
    }
}
