package dev.storetwin.core.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MerkleTreeTest {

    /** The leaves that implementations of RFC 6962 share as test vectors. */
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");

    private static final List<String> ROOTS = List.of(
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void agrees_with_the_published_vectors() {
        var tree = new MerkleTree();
        assertThat(hex(tree.root())).isEqualTo(ROOTS.get(0));

        for (int i = 0; i < LEAVES.size(); i++) {
            tree.append(tree.leaf(HexFormat.of().parseHex(LEAVES.get(i))));

            assertThat(hex(tree.root())).isEqualTo(ROOTS.get(i + 1));
        }
    }

    @Property
    void agrees_with_the_definition(@ForAll @Size(max = 70) List<byte[]> data) {
        var tree = new MerkleTree();

        data.forEach(it -> tree.append(tree.leaf(it)));

        assertThat(tree.size()).isEqualTo(data.size());
        assertThat(tree.root()).isEqualTo(mth(data));
    }

    @Test
    void a_copy_grows_alone() {
        var tree = new MerkleTree();
        IntStream.range(0, 5).forEach(i -> tree.append(tree.leaf(new byte[] {(byte) i})));
        var before = tree.checkpoint();

        var copy = tree.copy();
        copy.append(copy.leaf(new byte[] {5}));

        assertThat(tree.checkpoint()).isEqualTo(before);
        assertThat(copy.checkpoint().size()).isEqualTo(6);
    }

    /** RFC 6962, section 2.1, word for word. */
    private static byte[] mth(List<byte[]> data) {
        if (data.isEmpty()) {
            return sha256();
        }
        if (data.size() == 1) {
            return sha256(new byte[] {0}, data.get(0));
        }
        int k = Integer.highestOneBit(data.size() - 1);
        return sha256(new byte[] {1}, mth(data.subList(0, k)), mth(data.subList(k, data.size())));
    }

    private static byte[] sha256(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.toByteArray());
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
