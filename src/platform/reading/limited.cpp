#include "platform/reading/limited.hpp"

#include "platform/base/json.hpp"
#include "platform/reading/child.hpp"
#include "platform/reading/read_document.hpp"

#include <boost/json.hpp>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace reading {

namespace {

constexpr std::size_t answer_bytes_most = 48u << 20;

struct Worker {
    pid_t child = -1;
    int from = -1;

    ~Worker() {
        if (from >= 0) ::close(from);
        if (child > 0) ::kill(child, SIGKILL), ::waitpid(child, nullptr, 0);
    }
};

// The copy never comes back: it reads, answers and ends.
pid_t start_copy(const std::filesystem::path& path, int answer, const char* const* environment) {
    auto child = ::fork();
    if (child != 0) return child;
    environ = const_cast<char**>(environment);
    ::dup2(answer, 1);
    ::_exit(read_as_worker(path));
}

void start(Worker& worker, const std::filesystem::path& path, const ReadingLimits& limits) {
    int pipe[2];
    if (::pipe2(pipe, O_CLOEXEC) != 0) throw ReadingError{Fault::reader_died};
    worker.from = pipe[0];
    auto file = std::filesystem::absolute(path).string(), program = limits.program.string();
    auto seconds = std::to_string(limits.processor.count()), memory = std::to_string(limits.memory_bytes);
    auto say_seconds = "OPORA_WORKER_SECONDS=" + seconds, say_memory = "OPORA_WORKER_MEMORY=" + memory;
    const char* words[] = {"opora", "extract", "--worker", file.c_str(), nullptr};
    const char* environment[] = {"LC_ALL=C.UTF-8",    "PATH=/usr/bin:/bin", "ASAN_OPTIONS=detect_leaks=0",
                                 say_seconds.c_str(), say_memory.c_str(),   nullptr};
    worker.child = limits.by_fork ? start_copy(file, pipe[1], environment)
                                  : start_program(program.c_str(), words, environment, {{pipe[1], 1}});
    ::close(pipe[1]);
    if (worker.child < 0) throw ReadingError{Fault::reader_died};
}

std::string answer_of(Worker& worker, std::chrono::seconds wall) {
    auto until = std::chrono::steady_clock::now() + wall;
    std::string answer;
    char piece[65536];
    while (true) {
        auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0) throw ReadingError{Fault::too_slow};
        pollfd watched{worker.from, POLLIN, 0};
        auto ready = ::poll(&watched, 1, int(left));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) throw ReadingError{Fault::too_slow};
        auto got = ::read(worker.from, piece, sizeof piece);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return answer;
        if (answer.size() + std::size_t(got) > answer_bytes_most) throw ReadingError{Fault::too_large};
        answer.append(piece, std::size_t(got));
    }
}

void limit(int which, rlim_t most) {
    rlimit both{most, most};
    ::setrlimit(__rlimit_resource_t(which), &both);
}

std::size_t told(const char* name, std::size_t otherwise) {
    auto text = std::getenv(name);
    auto value = text ? std::strtoull(text, nullptr, 10) : 0;
    return value > 0 ? value : otherwise;
}

// No sockets, nor what would open them for it, for the reader and for pdftotext below it.
void forbid_network() {
#if defined(__x86_64__)
    constexpr auto machine = AUDIT_ARCH_X86_64;
#else
    constexpr auto machine = AUDIT_ARCH_AARCH64;
#endif
    constexpr auto other_numbers = 0x40000000u;    // the same calls once more, for x32
    sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, other_numbers, 3, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 2, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socketpair, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    sock_fprog program{sizeof rules / sizeof rules[0], rules};
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

// Of addresses, as AddressSanitizer does for its shadow.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool needs_terabytes = true;
#elif defined(__has_feature)
constexpr bool needs_terabytes = __has_feature(address_sanitizer);
#else
constexpr bool needs_terabytes = false;
#endif

bool write_all(std::string_view bytes) {
    while (!bytes.empty()) {
        auto done = ::write(1, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done <= 0) return false;
        bytes.remove_prefix(std::size_t(done));
    }
    return true;
}

std::string text_at(const boost::json::object& object, std::string_view name) {
    auto found = object.if_contains(name);
    return found && found->is_string() ? std::string{found->get_string()} : std::string{};
}

int number_at(const boost::json::object& object, std::string_view name) {
    auto found = object.if_contains(name);
    return found && found->is_int64() && std::abs(found->get_int64()) < 1'000'000 ? int(found->get_int64()) : 0;
}

Line line_from(const boost::json::object& object) {
    Line line{.text = text_at(object, "text"),
              .level = number_at(object, "level"),
              .marker = text_at(object, "marker"),
              .table = number_at(object, "table"),
              .page = number_at(object, "page"),
              .indent = number_at(object, "indent")};
    auto kind = number_at(object, "kind");
    line.kind = kind >= 0 && kind <= 3 ? LineKind(kind) : LineKind::text;
    if (auto cells = object.if_contains("cells"); cells && cells->is_array())
        for (auto& cell : cells->get_array())
            line.cells.push_back(cell.is_string() ? std::string{cell.get_string()} : std::string{});
    return line;
}

}

void shut_in() {
    for (int descriptor = 3; descriptor < 1024; ++descriptor) ::close(descriptor);
    limit(RLIMIT_CPU, told("OPORA_WORKER_SECONDS", 20));
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, 16);
    if (!needs_terabytes) limit(RLIMIT_AS, told("OPORA_WORKER_MEMORY", std::size_t{1} << 30));
    ::prctl(PR_SET_DUMPABLE, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    forbid_network();
}

std::string to_json(const TextDocument& document) {
    JsonWriter out;
    out.object([&] {
        out("format", document.format), out("title", document.title), out("sender", document.sender),
            out("sent_on", document.sent_on), out("footer", document.footer);
        out.list("lines", [&] {
            for (auto& line : document.lines)
                out.object([&] {
                    if (!line.text.empty()) out("text", line.text);
                    if (line.kind != LineKind::text) out("kind", int(line.kind));
                    if (line.level) out("level", line.level);
                    if (!line.marker.empty()) out("marker", line.marker);
                    if (!line.cells.empty()) out("cells", line.cells);
                    if (line.table) out("table", line.table);
                    if (line.page) out("page", line.page);
                    if (line.indent) out("indent", line.indent);
                });
        });
    });
    return out.take();
}

TextDocument document_from_json(std::string_view json) {
    boost::system::error_code trouble;
    auto value = boost::json::parse(json, trouble);
    if (trouble || !value.is_object()) throw ReadingError{Fault::reader_died};
    auto& object = value.get_object();
    if (auto fault = text_at(object, "fault"); !fault.empty()) throw ReadingError{fault_named(fault)};
    TextDocument document{.format = text_at(object, "format"),
                          .title = text_at(object, "title"),
                          .sender = text_at(object, "sender"),
                          .sent_on = text_at(object, "sent_on")};
    if (auto footer = object.if_contains("footer"); footer && footer->is_array())
        for (auto& line : footer->get_array())
            if (line.is_string()) document.footer.emplace_back(line.get_string());
    auto lines = object.if_contains("lines");
    if (!lines || !lines->is_array()) throw ReadingError{Fault::reader_died};
    for (auto& line : lines->get_array())
        if (line.is_object()) document.lines.push_back(line_from(line.get_object()));
    return document;
}

TextDocument read_limited(const std::filesystem::path& path, const ReadingLimits& limits) {
    Worker worker;
    start(worker, path, limits);
    auto answer = answer_of(worker, limits.wall);
    int status = 0;
    ::waitpid(std::exchange(worker.child, -1), &status, 0);
    if (WIFSIGNALED(status))
        throw ReadingError{WTERMSIG(status) == SIGXCPU || (WTERMSIG(status) == SIGKILL && answer.empty())
                               ? Fault::too_slow
                               : Fault::reader_died};
    return document_from_json(answer);
}

int read_as_worker(const std::filesystem::path& path) {
    shut_in();
    auto answer = [&](Fault fault) { return write_all("{\"fault\":\"" + std::string{name_of(fault)} + "\"}"); };
    try {
        return write_all(to_json(read_document(path))) ? 0 : 1;
    } catch (const ReadingError& error) { return answer(error.fault) ? 0 : 1; } catch (const std::bad_alloc&) {
        return answer(Fault::too_large) ? 0 : 1;
    } catch (const std::exception&) { return answer(Fault::broken) ? 0 : 1; }    // the process ends here either way
}

}
