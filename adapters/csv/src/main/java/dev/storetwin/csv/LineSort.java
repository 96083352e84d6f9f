package dev.storetwin.csv;

import dev.storetwin.csv.LineTable.Field;
import dev.storetwin.event.LineKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Tells sales from everything else that stands among order lines.
 *
 * <p>How it works: a line-type column decides where it says something known; else the code with its most frequent description does
 * ({@link ServiceWords}). Goods below zero are a reversal when somebody gets money or goods back: the order number starts with C, or there is a price or
 * a customer, or the file has no prices and no word of damage. Without all that they correct the stock.
 */
final class LineSort {

    private static final Pattern CREDIT_NUMBER = Pattern.compile("[Cc]-?\\d.*");
    private static final Pattern STOCK_WORDS = Pattern.compile(
            "(?i).*(\\?|damage|broken|crack|faulty|lost|missing|thrown|throw away|stock|adjust|count|write|wrong|mould|rust|smash|crush|found|check).*");

    private final LineTable table;
    private final List<String> names;
    private final List<Optional<LineType>> types;
    private final List<Optional<LineKind>> services;

    private LineSort(
            LineTable table, List<String> names, List<Optional<LineType>> types, List<Optional<LineKind>> services) {
        this.table = table;
        this.names = names;
        this.types = types;
        this.services = services;
    }

    static LineSort of(LineTable table) {
        var types = table.types.words().stream().map(LineType::of).toList();
        var words = ServiceWords.forCodes(table.skus.words());
        var names = mainDescriptions(table);
        var services = IntStream.range(0, table.skus.size())
                .mapToObj(sku -> words.kind(table.skus.word(sku), names.get(sku)))
                .toList();
        return new LineSort(table, names, types, services);
    }

    /** What a SKU is mostly described as; empty when it never is. */
    String name(int sku) {
        return names.get(sku);
    }

    /** The most frequent description of every SKU on lines with a price; of equally frequent ones the first; else an empty text. */
    private static List<String> mainDescriptions(LineTable table) {
        var counts = new HashMap<Long, Integer>();
        var best = new int[table.skus.size()];
        var bestCount = new int[table.skus.size()];
        Arrays.fill(best, -1);
        for (int line = 0; line < table.size(); line++) {
            int description = table.number(Field.DESCRIPTION, line);
            if (table.isFree(line) || table.descriptions.word(description).isEmpty()) {
                continue;
            }
            int sku = table.sku(line);
            int count = counts.merge(((long) sku << 32) | description, 1, Integer::sum);
            if (count > bestCount[sku]) {
                bestCount[sku] = count;
                best[sku] = description;
            }
        }
        return Arrays.stream(best)
                .mapToObj(it -> it < 0 ? "" : table.descriptions.word(it))
                .toList();
    }

    /** Whether the file's own type of a line is not known. */
    boolean isUnknownType(int line) {
        return !table.type(line).isEmpty() && type(line).isEmpty();
    }

    private Optional<LineType> type(int line) {
        return types.get(table.number(Field.TYPE, line));
    }

    /** What a line sells. */
    LineKind kind(int line) {
        var type = type(line);
        return type.isPresent()
                ? type.get().kind().orElse(LineKind.GOODS)
                : services.get(table.sku(line)).orElse(LineKind.GOODS);
    }

    Treatment treatment(int line) {
        if (kind(line) != LineKind.GOODS) {
            return Treatment.SERVICE;
        }
        long quantity = table.quantity(line);
        if (quantity == 0) {
            return Treatment.EMPTY;
        }
        var type = type(line).orElse(LineType.GOODS);
        return switch (type) {
            case REVERSAL -> Treatment.REVERSAL;
            case CORRECTION -> Treatment.CORRECTION;
            case SAMPLE -> Treatment.GIFT;
            default -> quantity < 0 ? below(line) : table.isFree(line) ? Treatment.GIFT : Treatment.SALE;
        };
    }

    private Treatment below(int line) {
        boolean goesBack = CREDIT_NUMBER.matcher(orderNumber(line)).matches()
                || table.isPriced(line)
                || table.hasCustomer(line)
                || (table.price(line).isEmpty()
                        && !STOCK_WORDS.matcher(table.description(line)).matches());
        return goesBack ? Treatment.REVERSAL : Treatment.CORRECTION;
    }

    /** The number as the file spells it. */
    String orderNumber(int line) {
        return LineOrders.number(table.orders.word(table.order(line)));
    }
}
