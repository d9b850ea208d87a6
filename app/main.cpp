#include <fmt/core.h>

#include "models/base/version.hpp"

int main() { fmt::print("sise {}\n", sise::version()); }
