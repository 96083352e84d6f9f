package dev.storetwin.drools;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads from a class file which methods and fields its code names: the constant pool of the Java Virtual Machine Specification, 4.4. */
final class Calls {

    /** Kinds of entries, by their tags. */
    private static final int TEXT = 1;

    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;

    private final Map<Integer, String> texts = new TreeMap<>();
    private final Map<Integer, int[]> references = new TreeMap<>();
    private final List<Member> members = new ArrayList<>();

    /** Where the pool names a method or field. */
    private record Member(int index, boolean isField) {}

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
        int index = 1;
        while (index < count) {
            int tag = in.readUnsignedByte();
            readEntry(index, tag, in);
            index += tag == LONG || tag == DOUBLE ? 2 : 1;
        }
    }

    /** Of most kinds one or two indexes are kept; the first of a member is its owner, the second its name and type. */
    private void readEntry(int index, int tag, DataInputStream in) throws IOException {
        switch (tag) {
            case TEXT -> texts.put(index, in.readUTF());
            case 3, 4 -> in.skipNBytes(4); // an int, a float
            case LONG, DOUBLE -> in.skipNBytes(8);
            case 15 -> in.skipNBytes(3); // a method handle
            case 7, 8, 16, 19, 20 -> references.put(index, new int[] {in.readUnsignedShort()}); // a class, a text, ...
            default -> references.put(index, new int[] {in.readUnsignedShort(), in.readUnsignedShort()});
        }
        if (tag == FIELD || tag == METHOD || tag == INTERFACE_METHOD) {
            members.add(new Member(index, tag == FIELD));
        }
    }

    private List<Call> calls() {
        return members.stream().map(this::call).distinct().toList();
    }

    private Call call(Member member) {
        int[] ownerAndName = reference(member.index());
        var owner = text(reference(ownerAndName[0])[0]);
        var name = text(reference(ownerAndName[1])[0]);
        return new Call(owner.replace('/', '.'), name, member.isField());
    }

    private int[] reference(int index) {
        return references.getOrDefault(index, new int[2]);
    }

    private String text(int index) {
        return texts.getOrDefault(index, "");
    }
}
