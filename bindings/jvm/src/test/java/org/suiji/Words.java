package org.suiji;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/** The stream of 64-bit words of a generated case, and the choices made from it. */
final class Words {
    private final String name;
    private ByteBuffer block = ByteBuffer.allocate(0);
    private int blocks;

    Words(String seed, int number) {
        name = seed + "/" + number + "/";
    }

    /** SHA-256 of the concatenated parts. */
    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    private long next() {
        if (!block.hasRemaining()) {
            block = ByteBuffer.wrap(sha256((name + blocks++).getBytes(StandardCharsets.UTF_8)));
        }
        return block.getLong();
    }

    int pick(int bound) {
        return (int) Long.remainderUnsigned(next(), bound);
    }

    boolean oneIn(int many) {
        return pick(many) == 0;
    }

    String of(String... members) {
        return of(Arrays.asList(members));
    }

    String of(List<String> members) {
        return members.get(pick(members.size()));
    }

    void some(ArrayNode into, String... members) {
        for (String member : members) {
            if (oneIn(2)) {
                into.add(member);
            }
        }
    }

    String hex() {
        return String.format("%016x%016x%016x%016x", next(), next(), next(), next());
    }
}
