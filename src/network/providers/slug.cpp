// Makes readable names and follows old ones.
#include "network/providers/slug.hpp"

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

namespace network {

namespace {

constexpr std::size_t longest = 80;

// Letters with their marks taken off: ř → r, ü → u; what has no plain letter inside (ł) is left out.
std::string plain_letters(std::string_view text) {
    auto wide = icu::UnicodeString::fromUTF8({text.data(), std::int32_t(text.size())}).foldCase();
    auto status = U_ZERO_ERROR;
    auto split = icu::Normalizer2::getNFKDInstance(status)->normalize(wide, status);
    std::string plain;
    split.toUTF8String(plain);
    return plain;
}

}

std::string slug_of(std::string_view text) {
    std::string slug;
    for (auto byte : plain_letters(text)) {
        auto letter = static_cast<unsigned char>(byte);
        if (letter >= 0x80 && letter != 0xE2) continue;    // parts of combining marks; E2… are dashes and quotes
        auto kept = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (kept) slug += byte;
        else if (!slug.empty() && slug.back() != '-') slug += '-';
    }
    if (slug.size() > longest) {
        auto word_end = slug.rfind('-', longest);
        slug.resize(word_end == slug.npos ? longest : word_end);
    }
    while (!slug.empty() && slug.back() == '-') slug.pop_back();
    return slug;
}

namespace {

std::optional<Slug> find_slug(db::Session& db, const std::string& kind, const std::string& slug) {
    return db.maybe<Slug>("SELECT * FROM slugs WHERE kind = $1 AND slug = $2", kind, slug);
}

}

std::string free_slug(db::Session& db, const std::string& kind, const std::string& wish) {
    auto base = wish.empty() ? kind : wish, slug = base;
    for (auto n = 2; find_slug(db, kind, slug); ++n) slug = base + "-" + std::to_string(n);
    return slug;
}

void give_slug(const Author& author, const std::string& kind, const std::string& slug, const Uuid& record) {
    auto former = author.work.maybe<Slug>("SELECT * FROM slugs WHERE record_id = $1 AND current", record);
    if (former) {
        auto retired = *former;
        retired.current = false;
        change(author, *former, retired);
    }
    auto own = find_slug(author.work, kind, slug);
    if (!own) {
        add(author, Slug{{}, kind, slug, {record}, true, {}});
        return;
    }
    if (own->record_id.uuid != record) throw Conflict{};
    auto again = *own;
    again.current = true;
    change(author, *own, again);
}

std::optional<SlugAnswer> ask_slug(db::Session& db, const std::string& kind, const std::string& slug) {
    auto asked = find_slug(db, kind, slug);
    if (!asked) return {};
    auto current = db.one<Slug>("SELECT * FROM slugs WHERE record_id = $1 AND current", asked->record_id);
    return SlugAnswer{asked->record_id.uuid, current.slug};
}

}
