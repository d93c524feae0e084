# Shared by the scripts beside it and by benchmarks/run. Sourced, not run.

say() { printf '\n== %s\n' "$*"; }
die() { printf 'ci: %s\n' "$*" >&2; exit 1; }

# Major version of the Java in $1, or 0.
java_major() {
    local line
    line=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1) || line=0
    printf '%s\n' "${line:-0}"
}

# A JDK of at least 21 for Maven's own JVM, because the formatter needs one. The newest found wins.
find_jdk() {
    local best='' best_major=20 home major
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
        [ -n "$home" ] && [ -x "$home/bin/javac" ] || continue
        major=$(java_major "$home")
        if [ "$major" -gt "$best_major" ]; then best=$home best_major=$major; fi
    done
    [ -n "$best" ] || return 1
    printf '%s\n' "$best"
}

# Maven as installed, else the wrapper.
maven() {
    if command -v mvn >/dev/null 2>&1; then mvn -B -ntp "$@"; else ./mvnw -B -ntp "$@"; fi
}
