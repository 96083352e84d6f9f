package dev.storetwin.core.state;

import dev.storetwin.type.Sku;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Entries dealt to the slices of the SKUs that they are about, in each slice in their order. Those about no SKU lie apart. It never changes, so
 * whoever works on a slice of SKUs takes what is for him.
 */
final class DealtEntries {

    static final DealtEntries NONE = new DealtEntries(new LedgerEntry.OfSku[0], new int[Table.SLICES + 1], List.of());

    private static final int NOWHERE = -1;

    private final LedgerEntry.OfSku[] ofSkus;
    private final int[] starts;
    private final List<LedgerEntry> others;

    private DealtEntries(LedgerEntry.OfSku[] ofSkus, int[] starts, List<LedgerEntry> others) {
        this.ofSkus = ofSkus;
        this.starts = starts;
        this.others = others;
    }

    static DealtEntries of(List<LedgerEntry> entries, Table<Sku, SkuBook> skus) {
        int[] slices = new int[entries.size()];
        int[] starts = new int[Table.SLICES + 1];
        var others = new ArrayList<LedgerEntry>();
        for (int i = 0; i < slices.length; i++) {
            if (entries.get(i) instanceof LedgerEntry.OfSku ofSku) {
                slices[i] = skus.sliceOf(ofSku.sku());
                starts[slices[i] + 1]++;
            } else {
                slices[i] = NOWHERE;
                others.add(entries.get(i));
            }
        }
        for (int i = 0; i < Table.SLICES; i++) {
            starts[i + 1] += starts[i];
        }
        return new DealtEntries(sorted(entries, slices, starts), starts, others);
    }

    private static LedgerEntry.OfSku[] sorted(List<LedgerEntry> entries, int[] slices, int[] starts) {
        var sorted = new LedgerEntry.OfSku[starts[Table.SLICES]];
        int[] next = starts.clone();
        for (int i = 0; i < slices.length; i++) {
            if (slices[i] != NOWHERE) {
                sorted[next[slices[i]]++] = (LedgerEntry.OfSku) entries.get(i);
            }
        }
        return sorted;
    }

    void forEachIn(int slice, Consumer<LedgerEntry.OfSku> consumer) {
        for (int i = starts[slice]; i < starts[slice + 1]; i++) {
            consumer.accept(ofSkus[i]);
        }
    }

    /** About no SKU. */
    List<LedgerEntry> others() {
        return others;
    }
}
