// Finds assets by name.
#include "platform/http/asset_pages.hpp"

#include "platform/http/assets.hpp"

#include <unordered_map>

namespace http {

namespace {

struct Asset {
    std::string type;
    std::shared_ptr<const std::string> body, gzip, brotli;
};

std::string_view manifest() {
    for (auto& file : assets::files())
        if (file.path == "manifest.txt") return file.bytes;
    return {};
}

const std::unordered_map<std::string, Asset>& all() {
    static const auto assets = [] {
        std::unordered_map<std::string, Asset> found;
        auto shared = [](std::string_view bytes) { return std::make_shared<const std::string>(bytes); };
        for (auto lines = manifest(); !lines.empty();) {
            auto end = lines.find('\n');
            auto line = lines.substr(0, end);
            auto first = line.find('\t'), second = line.find('\t', first + 1);
            if (second != line.npos)
                found[std::string{line.substr(first + 1, second - first - 1)}].type = line.substr(second + 1);
            lines = end == lines.npos ? std::string_view{} : lines.substr(end + 1);
        }
        for (auto& file : assets::files()) {
            bool gzip = file.path.ends_with(".gz"), brotli = file.path.ends_with(".br");
            auto known =
                found.find(std::string{gzip || brotli ? file.path.substr(0, file.path.size() - 3) : file.path});
            if (known == found.end()) continue;
            auto& asset = known->second;
            (gzip ? asset.gzip : brotli ? asset.brotli : asset.body) = shared(file.bytes);
        }
        return found;
    }();
    return assets;
}

const Asset* find(std::string_view path) {
    constexpr std::string_view folder = "/assets/";
    if (!path.starts_with(folder)) return nullptr;
    auto known = all().find(std::string{path.substr(folder.size())});
    return known == all().end() || !known->second.body ? nullptr : &known->second;
}

}

html::AssetNames asset_names() { return html::AssetNames::from(manifest()); }

std::string asset_address(std::string_view name) {
    for (auto lines = manifest(); !lines.empty();) {
        auto end = std::min(lines.find('\n'), lines.size());
        auto line = lines.substr(0, end);
        if (line.starts_with(name) && line.substr(name.size()).starts_with('\t')) {
            auto real = line.substr(name.size() + 1);
            return "/assets/" + std::string{real.substr(0, real.find('\t'))};
        }
        lines.remove_prefix(std::min(lines.size(), end + 1));
    }
    return "/assets/" + std::string{name};
}

Quick quick_assets() {
    return {[](const Head& head) { return find(head.path) != nullptr; },
            [](const Head& head) {
                auto asset = find(head.path);
                Answer answer;
                answer.headers = {{"Content-Type", asset->type},
                                  {"Cache-Control", "public, max-age=31536000, immutable"},
                                  {"X-Content-Type-Options", "nosniff"}};
                answer.shared_body = asset->body;
                answer.shared_gzip = asset->gzip, answer.shared_brotli = asset->brotli;
                // The name is a hash of the bytes already.
                answer.etag = "\"" + std::string{head.path.substr(8)} + "\"";
                return answer;
            },
            true};
}

// Only what the quick way does not know comes here.
Response show_asset(const Request&, Permit<auth::may::Read>) { throw NotFound{}; }

}
