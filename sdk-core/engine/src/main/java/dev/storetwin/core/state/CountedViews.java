package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.Channel;
import dev.storetwin.type.Sku;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.function.Consumer;

/** The views of SKUs in an image: the only numbers of a ledger that no document tells again. */
final class CountedViews {

    private CountedViews() {}

    /** Per SKU and channel: the number of days with views, and for each how many days after the one before, and how many views. */
    static void write(Roots roots, int slice, ByteWriter block, OutputStream out) throws IOException {
        var books = new ArrayList<SkuBook>();
        roots.skus().forEachIn(slice, books::add);
        for (var book : books) {
            book.traffic().forEach((channel, account) -> write(book.sku(), channel, account, block));
            if (block.size() >= ImageBlock.FULL) {
                ImageBlock.write(ImageBlock.Kind.VIEWS, block, out);
            }
        }
        if (block.size() > 0) {
            ImageBlock.write(ImageBlock.Kind.VIEWS, block, out);
        }
    }

    private static void write(Sku sku, Channel channel, DailyAccount account, ByteWriter block) {
        long first = account.firstDay();
        var sums = new DailyAccount.Sums(Math.toIntExact(account.lastDay() - first + 1));
        account.addTo(sums, first);
        int days = 0;
        for (long views : sums.first) {
            days += views == 0 ? 0 : 1;
        }
        if (days > 0) {
            block.writeString(sku.value()).writeString(channel.value()).writeVarint(days);
            writeDays(sums.first, first, block);
        }
    }

    private static void writeDays(long[] views, long first, ByteWriter block) {
        long before = 0;
        for (int i = 0; i < views.length; i++) {
            if (views[i] != 0) {
                block.writeZigzag(first + i - before).writeZigzag(views[i]);
                before = first + i;
            }
        }
    }

    static void read(ByteReader in, Consumer<LedgerEntry.Viewed> consumer) {
        while (in.remaining() > 0) {
            var sku = new Sku(in.readString());
            var channel = new Channel(in.readString());
            long day = 0;
            for (int days = in.readCount(); days > 0; days--) {
                day += in.readZigzag();
                consumer.accept(new LedgerEntry.Viewed(sku, channel, day, in.readZigzag(), 0, 0));
            }
        }
    }
}
