#define PCRE2_CODE_UNIT_WIDTH 8
#include "platform/reading/pattern.hpp"

#include <atomic>
#include <pcre2.h>
#include <span>
#include <stdexcept>

namespace reading {

namespace {

constexpr std::uint32_t options = PCRE2_MULTILINE | PCRE2_DOTALL;
constexpr std::uint32_t steps_most = 2'000'000;    // of one search; an honest line takes hundreds
constexpr std::size_t machine_stack_most = 1u << 20;
constexpr std::uint32_t groups_most = 64;
constexpr std::size_t found_most = 10'000;
constexpr int uses_before_machine_code = 24;    // translating costs as much as some dozens of searches

struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
    void operator()(pcre2_jit_stack* stack) const { pcre2_jit_stack_free(stack); }
};
using Code = std::unique_ptr<pcre2_code, Free>;

// What one thread searches with.
struct Searching {
    std::unique_ptr<pcre2_match_data, Free> data{pcre2_match_data_create(groups_most, nullptr)};
    std::unique_ptr<pcre2_match_context, Free> context{pcre2_match_context_create(nullptr)};
    std::unique_ptr<pcre2_jit_stack, Free> stack{pcre2_jit_stack_create(32 << 10, machine_stack_most, nullptr)};

    Searching() {
        pcre2_set_match_limit(context.get(), steps_most);
        pcre2_jit_stack_assign(context.get(), nullptr, stack.get());
    }
};

Searching& searching() {
    thread_local Searching own;
    return own;
}

}

// Translated into machine code once it is used often.
class Pattern::Compiled {
public:
    explicit Compiled(std::string_view expression) {
        int error = 0;
        std::size_t at = 0;
        code_.reset(pcre2_compile(PCRE2_SPTR(expression.data()), expression.size(), options, &error, &at, nullptr));
        if (!code_) throw std::invalid_argument("not a pattern: " + std::string{expression});
        pcre2_pattern_info(code_.get(), PCRE2_INFO_CAPTURECOUNT, &groups_);
        if (groups_ >= groups_most) throw std::invalid_argument("too many groups: " + std::string{expression});
    }
    ~Compiled() { pcre2_code_free(machine_code_.load()); }

    // Begins and ends of the whole and of each group, none where it is not found or too costly; until the next search.
    std::span<const std::size_t> find(std::string_view text, std::size_t from) const {
        auto& with = searching();
        auto subject = PCRE2_SPTR(text.data());
        auto machine_code = machine_code_.load(std::memory_order_acquire);
        auto search = machine_code ? pcre2_jit_match : pcre2_match;
        auto code = machine_code ? machine_code : plain_code();
        if (search(code, subject, text.size(), from, 0, with.data.get(), with.context.get()) <= 0) return {};
        return {pcre2_get_ovector_pointer(with.data.get()), 2 * (groups_ + 1)};
    }

private:
    const pcre2_code* plain_code() const {
        if (uses_.fetch_add(1, std::memory_order_relaxed) == uses_before_machine_code) translate();
        return code_.get();
    }
    void translate() const {
        Code copy{pcre2_code_copy(code_.get())};
        if (copy && pcre2_jit_compile(copy.get(), PCRE2_JIT_COMPLETE) == 0)
            machine_code_.store(copy.release(), std::memory_order_release);
    }

    Code code_{};
    std::uint32_t groups_ = 0;
    mutable std::atomic<int> uses_ = 0;
    mutable std::atomic<pcre2_code*> machine_code_ = nullptr;
};

Pattern::Pattern(std::string_view expression) : compiled_{std::make_shared<const Compiled>(expression)} {}

std::optional<Found> Pattern::in(std::string_view text, std::size_t from) const {
    if (from > text.size()) return {};
    auto places = compiled_->find(text, from);
    if (places.empty()) return {};
    Found found{places.size() / 2};
    for (std::size_t at = 0; at < places.size(); at += 2)
        if (places[at] == PCRE2_UNSET) found.add_missing();
        else found.add(text.substr(places[at], places[at + 1] - places[at]), places[at]);
    return found;
}

std::vector<Found> Pattern::all(std::string_view text) const {
    std::vector<Found> found;
    for (std::size_t at = 0; found.size() < found_most;) {
        auto one = in(text, at);
        if (!one) break;
        at = one->to() > one->from() ? one->to() : one->to() + 1;
        found.push_back(std::move(*one));
    }
    return found;
}

bool Pattern::stands_in(std::string_view text) const { return !compiled_->find(text, 0).empty(); }

}
