package dev.storetwin.csv;

import dev.storetwin.csv.LineTable.Field;
import dev.storetwin.type.Quantity;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Takes notes of lines that are no plain sale, other than reversals, which are noted where they are matched. */
final class LineNotes {

    private final SortedLines lines;
    private final LineTable table;
    private final LineSort sort;
    private final NoteTaker notes;

    LineNotes(SortedLines lines, LineSort sort, NoteTaker notes) {
        this.lines = lines;
        this.table = lines.table();
        this.sort = sort;
        this.notes = notes;
    }

    void take() {
        for (int line = 0; line < table.size(); line++) {
            byTreatment(line);
            if (sort.isUnknownType(line)) {
                int it = line;
                notes.note(NoteKind.UNKNOWN_TYPE, () -> table.type(it));
            }
        }
        noGoods();
        repeated();
        splitOrders();
        spellings();
    }

    private void byTreatment(int line) {
        switch (lines.treatment(line)) {
            case CORRECTION -> notes.note(NoteKind.CORRECTION, units(line), () -> told(line));
            case GIFT -> notes.note(NoteKind.GIVEN_AWAY, units(line), () -> told(line));
            case EMPTY -> notes.note(NoteKind.NO_QUANTITY, () -> told(line));
            case SALE -> {
                if (!table.hasCustomer(line)) {
                    notes.note(NoteKind.NO_CUSTOMER, () -> "order " + sort.orderNumber(line));
                }
            }
            case SERVICE, REVERSAL -> {}
        }
    }

    private long units(int line) {
        return Math.abs(table.quantity(line));
    }

    private String told(int line) {
        return "order %s, %s: %s units"
                .formatted(sort.orderNumber(line), sku(line), new Quantity(table.quantity(line)));
    }

    private String sku(int line) {
        return table.skus.word(table.sku(line));
    }

    /** One example per code: what it is taken for and how often. */
    private void noGoods() {
        var counts = new TreeMap<Service, Integer>();
        for (int line = 0; line < table.size(); line++) {
            if (lines.is(Treatment.SERVICE, line)) {
                counts.merge(
                        new Service(
                                sku(line),
                                sort.name(table.sku(line)),
                                sort.kind(line).name()),
                        1,
                        Integer::sum);
            }
        }
        counts.forEach((service, count) -> notes.noteAll(NoteKind.NO_GOODS, count, service.told(count)));
    }

    private record Service(String code, String name, String kind) implements Comparable<Service> {

        @Override
        public int compareTo(Service other) {
            int byCode = code.compareTo(other.code);
            return byCode != 0 ? byCode : kind.compareTo(other.kind);
        }

        String told(int count) {
            return "%s%s: %s, %d lines"
                    .formatted(
                            code,
                            name.isEmpty() ? "" : " (" + name + ")",
                            kind.toLowerCase(Locale.ROOT).replace('_', ' '),
                            count);
        }
    }

    private void repeated() {
        var seen = new HashSet<List<Long>>();
        for (int line = 0; line < table.size(); line++) {
            if (lines.is(Treatment.SALE, line) && !seen.add(content(line))) {
                int it = line;
                notes.note(NoteKind.REPEATED, () -> told(it));
            }
        }
    }

    private List<Long> content(int line) {
        return List.of((long) table.order(line), (long) table.sku(line), table.quantity(line), table.time(line), (long)
                table.number(Field.PRICE, line));
    }

    private void splitOrders() {
        var seen = new HashSet<String>();
        table.orders.words().stream()
                .map(LineOrders::number)
                .filter(it -> !seen.add(it))
                .forEach(number -> notes.note(NoteKind.SPLIT_ORDER, () -> "order " + number));
    }

    private void spellings() {
        var byPlain = new TreeMap<String, TreeSet<String>>();
        IntStream.range(0, table.size())
                .filter(it -> lines.is(Treatment.SALE, it))
                .mapToObj(this::sku)
                .distinct()
                .forEach(it -> byPlain.computeIfAbsent(it.toLowerCase(Locale.ROOT), plain -> new TreeSet<>())
                        .add(it));
        byPlain.values().stream()
                .filter(it -> it.size() > 1)
                .forEach(it -> notes.note(NoteKind.SPELLINGS, () -> String.join(", ", it)));
    }
}
