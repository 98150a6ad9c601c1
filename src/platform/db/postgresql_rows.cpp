// Values travel as text, and the server knows from the statement what type each has; bytes travel as they are.
#include "platform/db/postgresql_connection.hpp"

#include <array>
#include <charconv>
#include <deque>

namespace db::postgresql {

namespace {

constexpr std::string_view hex_digits = "0123456789abcdef";

// An array tells the type that would be wrong to look for among the digits.
constexpr auto worth = [] {
    std::array<std::uint8_t, 256> worth{};
    for (std::size_t digit = 0; digit < hex_digits.size(); ++digit)
        worth[std::uint8_t(hex_digits[digit])] = std::uint8_t(digit);
    return worth;
}();

struct AppendText {
    std::string& to;

    void operator()(std::monostate) const {}
    void operator()(bool value) const { to += value ? "true" : "false"; }
    void operator()(std::int64_t value) const { number(value); }
    void operator()(double value) const { number(value); }
    void operator()(const std::string& value) const { (*this)(std::string_view{value}); }
    void operator()(std::string_view value) const {
        // libpq would end the text at a zero byte, so that something else were stored than was typed.
        if (value.find('\0') != value.npos) throw Error{"a text with a zero byte"};
        to += value;
    }
    void operator()(const Uuid& value) const { to += to_text(value); }
    void operator()(Date value) const { to += to_iso(value); }
    void operator()(Instant value) const { to += to_iso(value); }
    void operator()(const Bytes& value) const { (*this)(BytesView{value}); }
    void operator()(BytesView value) const {
        to += "\\x";
        for (auto byte : value) {
            to += hex_digits[byte >> 4];
            to += hex_digits[byte & 15];
        }
    }

private:
    void number(auto value) const {
        char digits[40];
        to.append(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    }
};

// The values of one call as libpq wants them: one text for all that is not bytes, so one piece of memory.
class Parameters {
public:
    explicit Parameters(std::span<const Value> values) : count_{values.size()} {
        if (values.size() > most) throw Error{"more than sixty-four values"};
        std::array<std::size_t, most> starts{};
        for (std::size_t n = 0; n < count_; ++n) {
            starts[n] = texts_.size();
            if (auto bytes = std::get_if<Bytes>(&values[n])) as_they_are(n, *bytes);
            else if (auto view = std::get_if<BytesView>(&values[n])) as_they_are(n, *view);
            else append_text(texts_, values[n]), texts_ += '\0';
        }
        for (std::size_t n = 0; n < count_; ++n)
            if (!formats_[n] && !std::holds_alternative<std::monostate>(values[n]))
                pointers_[n] = texts_.data() + starts[n];
    }
    int count() const { return int(count_); }
    const char* const* pointers() const { return pointers_.data(); }
    const int* lengths() const { return lengths_.data(); }
    const int* formats() const { return formats_.data(); }

private:
    void as_they_are(std::size_t n, BytesView bytes) {
        formats_[n] = 1;
        lengths_[n] = int(bytes.size());
        pointers_[n] = bytes.empty() ? "" : reinterpret_cast<const char*>(bytes.data());
    }

    static constexpr std::size_t most = 64;
    std::size_t count_;
    std::string texts_;
    std::array<const char*, most> pointers_{};
    std::array<int, most> lengths_{}, formats_{};
};

class PostgresqlRows : public Rows {
public:
    PostgresqlRows(Result result, std::shared_ptr<Prepared> prepared)
        : result_{std::move(result)}, prepared_{std::move(prepared)} {}

    bool next() override { return ++row_ < PQntuples(result_.get()); }
    std::int64_t changed() const override {
        if (std::string_view{PQcmdStatus(result_.get())}.starts_with("SELECT")) return 0;
        std::string_view count = PQcmdTuples(result_.get());
        std::int64_t rows = 0;
        std::from_chars(count.data(), count.data() + count.size(), rows);
        return rows;
    }
    int columns() const override { return PQnfields(result_.get()); }
    std::string name(int column) const override { return PQfname(result_.get(), column); }
    ColumnOrder& order() override { return prepared_->order; }

    bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column); }
    bool boolean(int column) const override {
        auto text = view(column);
        if (text != "t" && text != "f") throw Error{"neither yes nor no stands in " + name(column)};
        return text == "t";
    }
    std::int64_t integer(int column) const override { return number<std::int64_t>(column, "no whole number"); }
    double real(int column) const override { return number<double>(column, "no number"); }
    std::string_view view(int column) const override {
        return {PQgetvalue(result_.get(), row_, column), std::size_t(PQgetlength(result_.get(), row_, column))};
    }
    Uuid uuid(int column) const override {
        auto uuid = Uuid::parse(view(column));
        if (!uuid) throw Error{"no id stands in " + name(column)};
        return *uuid;
    }
    Bytes bytes(int column) const override {
        auto text = view(column);
        if (!text.starts_with("\\x")) throw Error{"no bytes stand in " + name(column)};
        Bytes bytes((text.size() - 2) / 2);
        auto digit = text.begin() + 2;
        for (auto& byte : bytes) {
            byte = std::uint8_t(worth[std::uint8_t(digit[0])] << 4 | worth[std::uint8_t(digit[1])]);
            digit += 2;
        }
        return bytes;
    }

protected:
    void show(Result result) { result_ = std::move(result), row_ = 0; }
    const PGresult* shown() const { return result_.get(); }

private:
    template <class Number>
    Number number(int column, const char* complaint) const {
        auto text = view(column);
        Number value{};
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (error != std::errc{} || end != text.data() + text.size())
            throw Error{std::string{complaint} + " stands in " + name(column)};
        return value;
    }

    Result result_;
    std::shared_ptr<Prepared> prepared_;
    int row_ = -1;
};

// Each row is a result of its own, and the last one is empty.
class ArrivingRows : public PostgresqlRows, public Arriving {
public:
    ArrivingRows(Connection& connection, std::shared_ptr<Prepared> prepared)
        : PostgresqlRows{{}, std::move(prepared)}, connection_{connection} {
        connection_.arriving = this;
    }
    // Cancelling would spoil the transaction, so the rows that nobody wants are let pass.
    ~ArrivingRows() override {
        while (arriving_) take();
    }
    ArrivingRows(const ArrivingRows&) = delete;

    bool next() override {
        auto result = waiting_.empty() ? take() : std::move(waiting_.front());
        if (!waiting_.empty()) waiting_.pop_front();
        if (!result) return false;
        auto status = PQresultStatus(result.get());
        if (status == PGRES_SINGLE_TUPLE) return show(std::move(result)), true;
        while (arriving_) take();
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) connection_.refuse(result.get());
        return show(std::move(result)), false;
    }

    void buffer() override {
        while (auto result = take()) waiting_.push_back(std::move(result));
    }

private:
    Result take() {
        if (!arriving_) return {};
        Result result{PQgetResult(connection_.libpq)};
        if (!result) arriving_ = false, connection_.arriving = nullptr;
        return result;
    }

    Connection& connection_;
    std::deque<Result> waiting_;
    bool arriving_ = true;
};

}

void append_text(std::string& to, const Value& value) { std::visit(AppendText{to}, value); }

std::unique_ptr<Rows> ask(Connection& connection, const char* sql, std::span<const Value> values) {
    connection.make_free();
    Parameters given{values};
    auto prepared = connection.prepared(sql);
    auto answer = connection.checked(PQexecPrepared(connection.libpq, prepared->name.c_str(), given.count(),
                                                    given.pointers(), given.lengths(), given.formats(), 0));
    return std::make_unique<PostgresqlRows>(std::move(answer), std::move(prepared));
}

std::unique_ptr<Rows> stream(Connection& connection, const char* sql, std::span<const Value> values) {
    connection.make_free();
    Parameters given{values};
    auto prepared = connection.prepared(sql);
    if (!PQsendQueryPrepared(connection.libpq, prepared->name.c_str(), given.count(), given.pointers(), given.lengths(),
                             given.formats(), 0))
        connection.refuse(nullptr);
    PQsetSingleRowMode(connection.libpq);
    return std::make_unique<ArrivingRows>(connection, std::move(prepared));
}

}
