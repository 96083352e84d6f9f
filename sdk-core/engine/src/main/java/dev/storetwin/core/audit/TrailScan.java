package dev.storetwin.core.audit;

import dev.storetwin.core.audit.HashedBlock.CheckpointWatch;
import dev.storetwin.core.audit.LineBlocks.Block;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * How far a trail is sound, found fast: on several threads, with a look at hashes and numbers only. What is wrong behind that
 * {@link TrailWalk} says.
 *
 * <p>Leaves depend on nothing but their entry, so each thread hashes a block of its own. The tree that a block begins with is that of the
 * block before it, which costs one node for each leaf and is handed on as soon as it is there. The root of each line costs a node for each
 * full tree of the row, most of the work, and needs nothing else any more: threads do that side by side again.
 */
final class TrailScan {

    private final LineBlocks blocks;
    private final CheckpointWatch watch;
    private CompletableFuture<Optional<MerkleTree>> last;
    private Reached reached;
    private int doubtful = Integer.MAX_VALUE;

    private TrailScan(LineBlocks blocks, Reached start, CheckpointWatch watch) {
        this.blocks = blocks;
        this.watch = watch;
        this.reached = start;
        this.last = CompletableFuture.completedFuture(Optional.of(start.tree()));
    }

    /**
     * A place in the file and the tree of all entries before it.
     *
     * @param number of the block that begins there
     */
    record Reached(int number, MerkleTree tree, long offset) {}

    /** Reads from the first entry to the end, or to the block that something is wrong in. */
    static Reached run(LineBlocks blocks, long offset, CheckpointWatch watch) throws IOException {
        var scan = new TrailScan(blocks, new Reached(0, new MerkleTree(), offset), watch);
        var others = new ArrayList<CompletableFuture<Void>>();
        var first = scan.claim();
        for (int i = 1; i < Runtime.getRuntime().availableProcessors() && first.isPresent(); i++) {
            scan.claim().ifPresent(claim -> others.add(scan.aside(claim)));
        }
        try {
            scan.work(first);
        } finally {
            awaitAll(others);
        }
        return scan.reached;
    }

    private CompletableFuture<Void> aside(Claim claim) {
        var end = new CompletableFuture<Void>();
        var thread = new Thread(() -> finish(claim, end), "storetwin-audit-verify");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private void finish(Claim claim, CompletableFuture<Void> end) {
        try {
            work(Optional.of(claim));
            end.complete(null);
        } catch (IOException | RuntimeException | Error failed) {
            end.completeExceptionally(failed);
        }
    }

    private static void awaitAll(Iterable<CompletableFuture<Void>> threads) throws IOException {
        try {
            threads.forEach(CompletableFuture::join);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw failed;
        }
    }

    /** A block to be checked, the tree before it, and the tree behind it, which somebody waits for. */
    private record Claim(
            Block block,
            CompletableFuture<Optional<MerkleTree>> before,
            CompletableFuture<Optional<MerkleTree>> behind) {}

    private synchronized Optional<Claim> claim() throws IOException {
        if (doubtful < Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var block = blocks.next();
        if (block.isEmpty()) {
            return Optional.empty();
        }
        var before = last;
        last = new CompletableFuture<>();
        return Optional.of(new Claim(block.get(), before, last));
    }

    private void work(Optional<Claim> first) throws IOException {
        var sha256 = MerkleTree.sha256();
        for (var claim = first; claim.isPresent(); claim = claim()) {
            try {
                check(claim.get(), HashedBlock.of(claim.get().block(), sha256));
            } finally {
                claim.get().behind().complete(Optional.empty());
            }
        }
    }

    private void check(Claim claim, Optional<HashedBlock> hashed) {
        var before = claim.before().join();
        if (before.isEmpty()) {
            return;
        }
        if (hashed.isEmpty() || !hashed.get().follows(before.get())) {
            doubt(claim, before.get());
            return;
        }
        var behind = before.get().copy();
        hashed.get().appendTo(behind);
        claim.behind().complete(Optional.of(behind));
        if (hashed.get().hasRootsOf(before.get().copy(), watch)) {
            reach(claim, behind);
        } else {
            doubt(claim, before.get());
        }
    }

    private synchronized void reach(Claim claim, MerkleTree behind) {
        int next = claim.block().number() + 1;
        if (next > reached.number() && next <= doubtful) {
            reached = new Reached(
                    next, behind, claim.block().offset() + claim.block().length());
        }
    }

    /** Of several blocks that something is wrong in the first counts, also when a later one was found right already. */
    private synchronized void doubt(Claim claim, MerkleTree before) {
        if (claim.block().number() < doubtful) {
            doubtful = claim.block().number();
            reached = new Reached(doubtful, before, claim.block().offset());
        }
    }
}
