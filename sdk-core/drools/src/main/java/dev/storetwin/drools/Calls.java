package dev.storetwin.drools;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from a class file which methods and fields its code names: the constant pool of the Java Virtual Machine Specification, 4.4. */
final class Calls {

    private static final int TEXT = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, int[]> references = new TreeMap<>();
    private final TreeSet<Integer> members = new TreeSet<>();

    /**
     * A method or field that code names.
     *
     * @param owner as Java names it; the type it was called on
     * @param name  {@code <init>} for {@code new}
     */
    record Call(String owner, String name, boolean isField) {}

    private Calls() {}

    static List<Call> of(byte[] classFile) {
        try (var in = new DataInputStream(new ByteArrayInputStream(classFile))) {
            in.skipNBytes(8);
            var pool = new Calls();
            pool.read(in);
            return pool.calls();
        } catch (IOException impossible) {
            throw new UncheckedIOException("The compiler wrote a class that ends too early.", impossible);
        }
    }

    private void read(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        for (int index = 1; index < count; index++) {
            int tag = in.readUnsignedByte();
            if (tag == TEXT) {
                texts.put(index, in.readUTF());
                continue;
            }
            switch (tag) {
                case 3, 4 -> in.skipNBytes(4);
                case LONG, DOUBLE -> in.skipNBytes(8);
                case 7, 8, 16, 19, 20 -> references.put(index, new int[] {in.readUnsignedShort()});
                case 15 -> in.skipNBytes(3);
                default -> references.put(index, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
            }
            if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                members.add(tag == FIELD ? -index : index);
            }
            index += tag == LONG || tag == DOUBLE ? 1 : 0;
        }
    }

    private List<Call> calls() {
        return members.stream().map(this::call).distinct().toList();
    }

    private Call call(int member) {
        int[] ownerAndName = reference(Math.abs(member));
        var owner = text(reference(ownerAndName[0])[0]);
        var name = text(reference(ownerAndName[1])[0]);
        return new Call(owner.replace('/', '.'), name, member < 0);
    }

    private int[] reference(int index) {
        return references.getOrDefault(index, new int[2]);
    }

    private String text(int index) {
        return texts.getOrDefault(index, "");
    }
}
