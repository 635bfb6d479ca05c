"""What `hashlib` has of OpenSSL: made of CPython's own hashes, or not to be had."""

import functools
import hashlib
import hmac

from _mithal import ending
from _mithal.builtin_functions import builtin


def install():
    hashlib.pbkdf2_hmac = pbkdf2_hmac
    hashlib.scrypt = scrypt
    _install_others()


@builtin
def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    """Password based key derivation function 2 (PKCS #5 v2.0) with HMAC as pseudorandom function."""
    if iterations < 1:
        raise ValueError('iteration value must be greater than 0.')
    if dklen is not None and dklen < 1:
        raise ValueError('key length must be greater than 0.')
    size = hashlib.new(hash_name).digest_size
    length = dklen or size
    password, key = bytes(password), b''
    for block in range(1, -(-length // size) + 1):
        last = hmac.digest(password, bytes(salt) + block.to_bytes(4, 'big'), hash_name)
        mixed = int.from_bytes(last)
        for _ in range(iterations - 1):
            last = hmac.digest(password, last, hash_name)
            mixed ^= int.from_bytes(last)
        key += mixed.to_bytes(size)
    return key[:length]


@builtin
def scrypt(*_, **__):
    ending.unavailable(
        'language', 'hashlib.scrypt() is a part of OpenSSL, which the Python that runs here does not have'
    )


def _install_others():
    """Those that OpenSSL adds to CPython's own."""
    original = hashlib.new
    hashlib.algorithms_available = hashlib.algorithms_guaranteed | _OF_OPENSSL

    def new(name, *args, **kwargs):
        if isinstance(name, str) and name.lower().replace('_', '-') in _NAMES_OF_OPENSSL:
            ending.unavailable(
                'language', f'the hash {name} is a part of OpenSSL, which the Python that runs here does not have'
            )
        return original(name, *args, **kwargs)

    hashlib.new = functools.update_wrapper(new, original)


_OF_OPENSSL = {'md5-sha1', 'ripemd160', 'sha512_224', 'sha512_256', 'sm3'}
_NAMES_OF_OPENSSL = {name.replace('_', '-') for name in _OF_OPENSSL} | {'rmd160', 'ripemd', 'sha512-224', 'sha512-256'}
