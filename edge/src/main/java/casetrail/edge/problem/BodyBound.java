package casetrail.edge.problem;

/**
 * The largest body under a path, for the few paths that take more than {@link BoundedBodies#BYTES_MAX}. A bean of this type sets it.
 *
 * @param path exactly, or everything below it
 */
public record BodyBound(String path, long bytesMax) {

    boolean covers(String uri) {
        return uri.equals(path) || uri.startsWith(path + "/");
    }
}
