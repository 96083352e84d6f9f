package dev.storetwin.testing.disk;

import dev.storetwin.core.journal.Disk;
import dev.storetwin.core.journal.FileInUse;
import dev.storetwin.core.random.Draw;
import dev.storetwin.core.random.Draws;
import dev.storetwin.testing.disk.CutPoint.Act;
import dev.storetwin.testing.disk.DirectoryNode.Linked;
import dev.storetwin.testing.disk.DirectoryNode.Renamed;
import dev.storetwin.testing.disk.DirectoryNode.Unlinked;
import dev.storetwin.testing.disk.FileNode.Truncated;
import dev.storetwin.testing.disk.FileNode.Written;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that keeps apart what was forced and what was not, and fails at planned operations.
 *
 * <p>Operations are numbered from 0 in the order in which they come: everything that changes a file or a name, and every force. Reads are
 * numbered by themselves. What a part is, and what a loss of power leaves, the seed decides.
 *
 * <pre>{@code
 * var disk = new FaultyDisk(seed).failAt(17, Fault.POWER_CUT);
 * assertThatThrownBy(() -> work(disk)).isInstanceOf(PowerCut.class);
 * var after = disk.afterPowerCut();
 * }</pre>
 */
public final class FaultyDisk implements Disk {

    private static final long AMPLE = 1L << 50;

    private final long seed;
    private final Draw chance;
    private final DirectoryNode root;
    private final Map<Long, Fault> plan = new HashMap<>();
    private final Map<Long, Fault> readPlan = new HashMap<>();
    private final Set<Path> locked = new HashSet<>();
    private long room = AMPLE;
    private long operations;
    private long reads;
    private int open;
    private boolean forcesAreSwallowed;
    private boolean isOff;
    private Predicate<CutPoint> cutKind = point -> false;
    private int othersBeforeCut;
    private Optional<CutPoint> cut = Optional.empty();

    public FaultyDisk(long seed) {
        this(seed, new DirectoryNode());
    }

    private FaultyDisk(long seed, DirectoryNode root) {
        this.seed = seed;
        this.chance = Draws.of(seed).keyed("faulty-disk", "", 0);
        this.root = root;
    }

    /** Plans a fault of the operation with this number. */
    public synchronized FaultyDisk failAt(long operation, Fault fault) {
        plan.put(operation, fault);
        return this;
    }

    /** The power goes at the operation of a kind that comes after so many others of it. */
    public synchronized FaultyDisk cutAt(Predicate<CutPoint> kind, int others) {
        cutKind = kind;
        othersBeforeCut = others;
        return this;
    }

    /** Plans a fault of the read with this number. */
    public synchronized FaultyDisk failReadAt(long read, Fault fault) {
        readPlan.put(read, fault);
        return this;
    }

    /** From now on files can grow by so many bytes, over what they have; truncating and deleting gives none back. */
    public synchronized FaultyDisk leaveRoom(long bytes) {
        room = bytes;
        return this;
    }

    /** There is room again. */
    public synchronized FaultyDisk makeRoom() {
        return leaveRoom(AMPLE);
    }

    /** From now on every force says that all is well and does nothing: what must be noticed. */
    public synchronized FaultyDisk swallowForces() {
        forcesAreSwallowed = true;
        return this;
    }

    /** How many operations there were. */
    public synchronized long operations() {
        return operations;
    }

    /** How many reads there were. */
    public synchronized long reads() {
        return reads;
    }

    /** What the power went in the midst of; empty when it has not gone as planned. */
    public synchronized Optional<CutPoint> cut() {
        return cut;
    }

    /** Files and locks that were opened and not closed. */
    public synchronized int openHandles() {
        return open + locked.size();
    }

    /** What is left when the power goes off now: all that was forced, and of the rest whatever chance keeps. */
    public synchronized FaultyDisk afterPowerCut() {
        return next(root.afterPowerCut(chance));
    }

    /** What is left when the process is killed now: all that was written, but nothing is forced thereby. */
    public synchronized FaultyDisk afterKill() {
        return next(root.afterKill());
    }

    private FaultyDisk next(DirectoryNode left) {
        isOff = true;
        FaultyDisk next = new FaultyDisk(seed + 1, left);
        next.forcesAreSwallowed = forcesAreSwallowed;
        return next;
    }

    @Override
    public synchronized OpenFile create(Path file) throws IOException {
        DirectoryNode directory = parent(file);
        if (directory.seen().containsKey(name(file))) {
            throw new FileAlreadyExistsException(file.toString());
        }
        FileNode node = new FileNode();
        change(file, Act.CREATE, directory, new Linked(name(file), node));
        return handle(node, file);
    }

    @Override
    public synchronized OpenFile open(Path file) throws IOException {
        requirePower();
        if (node(file) instanceof FileNode node) {
            return handle(node, file);
        }
        throw new NoSuchFileException(file.toString());
    }

    @Override
    public OpenFile openToRead(Path file) throws IOException {
        return open(file);
    }

    @Override
    public synchronized boolean exists(Path file) {
        requirePower();
        return node(file) != null;
    }

    @Override
    public synchronized List<Path> list(Path directory) throws IOException {
        requirePower();
        return directory(directory).seen().keySet().stream()
                .map(directory::resolve)
                .toList();
    }

    @Override
    public synchronized void createDirectories(Path directory) throws IOException {
        if (node(directory) == null) {
            createDirectories(above(directory));
            change(directory, Act.CREATE, parent(directory), new Linked(name(directory), new DirectoryNode()));
        }
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        Node node = node(from);
        if (node == null || parent(from) != parent(to)) {
            throw new NoSuchFileException(from + " is not there, or is to move to another directory");
        }
        change(from, Act.RENAME, parent(from), new Renamed(name(from), name(to), node));
    }

    @Override
    public synchronized void delete(Path file) throws IOException {
        requirePower();
        if (node(file) != null) {
            change(file, Act.DELETE, parent(file), new Unlinked(name(file)));
        }
    }

    @Override
    public synchronized void forceDirectory(Path directory) throws IOException {
        DirectoryNode node = directory(directory);
        Fault fault = nextFault(Act.FORCE_NAMES, directory);
        if (!forcesAreSwallowed && (fault == null || chance.nextInt(2) == 0)) {
            node.force();
        }
        fail(fault);
    }

    @Override
    public synchronized Closeable lock(Path file) throws IOException {
        requirePower();
        if (node(file) == null) {
            change(file, Act.CREATE, parent(file), new Linked(name(file), new FileNode()));
        }
        if (!locked.add(file.toAbsolutePath())) {
            throw new FileInUse(file, true);
        }
        return () -> unlock(file);
    }

    private synchronized void unlock(Path file) {
        locked.remove(file.toAbsolutePath());
    }

    private void change(Path path, Act act, DirectoryNode directory, DirectoryNode.NameChange change)
            throws IOException {
        Fault fault = nextFault(act, path);
        if (fault == null || (fault != Fault.NO_ROOM && chance.nextInt(2) == 0)) {
            directory.change(change);
        }
        fail(fault);
    }

    private OpenFile handle(FileNode node, Path path) {
        open++;
        return new Handle(node, path);
    }

    private @Nullable Fault nextFault(Act act, Path path) {
        requirePower();
        var point = new CutPoint(act, path);
        Fault fault = isAimedAt(point) ? Fault.POWER_CUT : plan.get(operations);
        operations++;
        if (fault == Fault.POWER_CUT) {
            cut = Optional.of(point);
        }
        return fault;
    }

    private boolean isAimedAt(CutPoint point) {
        return cutKind.test(point) && othersBeforeCut-- == 0;
    }

    private void fail(@Nullable Fault fault) throws IOException {
        if (fault == Fault.POWER_CUT) {
            isOff = true;
            throw new PowerCut();
        }
        if (fault != null) {
            throw new IOException(fault.message());
        }
    }

    private void requirePower() {
        if (isOff) {
            throw new PowerCut();
        }
    }

    private @Nullable Node node(Path path) {
        Node node = root;
        for (Path name : path.toAbsolutePath().normalize()) {
            node = node instanceof DirectoryNode directory ? directory.seen().get(name.toString()) : null;
        }
        return node;
    }

    private DirectoryNode directory(Path path) throws IOException {
        if (node(path) instanceof DirectoryNode directory) {
            return directory;
        }
        throw new NoSuchFileException(path.toString());
    }

    private DirectoryNode parent(Path path) throws IOException {
        return directory(above(path));
    }

    private static Path above(Path path) {
        Path parent = path.toAbsolutePath().normalize().getParent();
        return parent == null ? path : parent;
    }

    private static String name(Path path) {
        return path.getFileName().toString();
    }

    private final class Handle implements OpenFile {

        private final FileNode node;
        private final Path path;
        private boolean closed;

        Handle(FileNode node, Path path) {
            this.node = node;
            this.path = path;
        }

        @Override
        public int read(ByteBuffer into, long offset) throws IOException {
            synchronized (FaultyDisk.this) {
                requirePower();
                fail(readPlan.get(reads++));
                byte[] bytes = new byte[into.remaining()];
                int read = node.seen().read(bytes, offset);
                into.put(bytes, 0, read);
                return read;
            }
        }

        @Override
        public void write(ByteBuffer from, long offset) throws IOException {
            synchronized (FaultyDisk.this) {
                byte[] bytes = new byte[from.remaining()];
                from.get(bytes);
                Fault fault = nextFault(Act.WRITE, path);
                if (fault == null && growth(bytes, offset) > room) {
                    fault = Fault.NO_ROOM;
                }
                byte[] done = fault == null ? bytes : Arrays.copyOf(bytes, part(bytes, offset));
                room -= growth(done, offset);
                node.change(new Written(done, offset));
                fail(fault);
            }
        }

        private int part(byte[] bytes, long offset) {
            int part = chance.nextInt(bytes.length + 1);
            return (int) Math.max(0, Math.min(part, room - growth(bytes, offset) + bytes.length));
        }

        private long growth(byte[] bytes, long offset) {
            return Math.max(0, offset + bytes.length - node.seen().size());
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultyDisk.this) {
                Fault fault = nextFault(Act.FORCE, path);
                if (fault != null) {
                    node.failToForce();
                } else if (!forcesAreSwallowed) {
                    node.force();
                }
                fail(fault);
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (FaultyDisk.this) {
                Fault fault = nextFault(Act.TRUNCATE, path);
                if (fault == null || chance.nextInt(2) == 0) {
                    node.change(new Truncated(size));
                }
                fail(fault);
            }
        }

        @Override
        public long size() {
            synchronized (FaultyDisk.this) {
                requirePower();
                return node.seen().size();
            }
        }

        @Override
        public void close() {
            synchronized (FaultyDisk.this) {
                open -= closed ? 0 : 1;
                closed = true;
            }
        }
    }
}
