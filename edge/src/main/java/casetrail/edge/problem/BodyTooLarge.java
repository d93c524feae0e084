package casetrail.edge.problem;

import java.io.IOException;

/** A body went on beyond its bound; what was read of it is thrown away. */
final class BodyTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    private final long bytesMax;

    BodyTooLarge(long bytesMax) {
        super("the body is larger than %d bytes".formatted(bytesMax));
        this.bytesMax = bytesMax;
    }

    long bytesMax() {
        return bytesMax;
    }
}
